import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs of Prometheus, by the Debian package that has each, and by the names that it has there and elsewhere. */
const programs = {
  prometheus: { package: 'prometheus', names: ['prometheus'] },
  promtool: { package: 'prometheus', names: ['promtool'] },
  alertmanager: { package: 'prometheus-alertmanager', names: ['prometheus-alertmanager', 'alertmanager'] },
  amtool: { package: 'prometheus-alertmanager', names: ['amtool'] },
  blackbox: {
    package: 'prometheus-blackbox-exporter',
    names: ['prometheus-blackbox-exporter', 'blackbox_exporter'],
  },
};

export type Program = keyof typeof programs;

/**
 * Looks for a program on this machine.
 *
 * @returns its path; or, as `missing`, a sentence that says how to install it.
 */
export function findProgram(program: Program): { path: string; missing?: never } | { missing: string } {
  const { package: debian, names } = programs[program];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return { path };
    } catch {
      // Not there, or not to be run.
    }
  }
  return { missing: `${names[0]} is not installed: apt-get install ${debian}` };
}
