// Runs turbo without telemetry, without a remote cache and without looking for newer versions of itself.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The program itself where npm has installed it for this machine, since turbo's own launcher takes as long again as the
 * program does when nothing is to be done.
 */
function turboCommand() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const processor = process.arch === 'x64' ? '64' : process.arch;
  const program = `${root}/node_modules/@turbo/${system}-${processor}/bin/turbo`;
  return existsSync(program) ? [program] : [process.execPath, `${root}/node_modules/turbo/bin/turbo`];
}

/**
 * Runs turbo at the root of the repository.
 *
 * @param {string[]} args what follows `turbo`, for example `['run', 'generate']`
 * @param {{ quiet?: boolean }} [options] quiet keeps the output back and prints it only when turbo fails
 * @returns {Promise<number>} the exit code
 */
export function runTurbo(args, { quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const [command, ...launcher] = turboCommand();
    const child = spawn(command, [...launcher, ...args], {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        TURBO_NO_UPDATE_NOTIFIER: '1',
        // The caller's own remote cache is not this repository's.
        TURBO_TOKEN: undefined,
        TURBO_TEAM: undefined,
        TURBO_API: undefined,
      },
    });
    const kept = [];
    child.stdout?.on('data', (chunk) => kept.push(chunk));
    child.stderr?.on('data', (chunk) => kept.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0 && quiet) process.stderr.write(Buffer.concat(kept));
      resolve(code ?? 1);
    });
  });
}
