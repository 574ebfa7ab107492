import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The process id of the PostgreSQL that runs on a cluster, or null. A `postmaster.pid` that a crash left
 * behind is removed, also when its process id belongs to another program by now (PostgreSQL itself would then
 * refuse to start, which happens after each restart of a container).
 */
export function runningPostmaster(dataDirectory: string): number | null {
  const file = join(dataDirectory, 'postmaster.pid');
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
  if (isPostgres(pid)) return pid;
  rmSync(file, { force: true });
  return null;
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux'; // Without /proc, believe the file.
  }
}
