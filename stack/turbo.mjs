// Runs turbo without telemetry, without a remote cache and without looking for newer versions of itself.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs turbo at the root of the repository.
 *
 * @param {string[]} args what follows `turbo`, for example `['run', 'generate']`
 * @param {{ quiet?: boolean }} [options] quiet keeps the output back and prints it only when turbo fails
 * @returns {Promise<number>} the exit code
 */
export function runTurbo(args, { quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${root}/node_modules/turbo/bin/turbo`, ...args], {
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
