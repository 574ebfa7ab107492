import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the programs stand that the gateway is compared with. */
export const peersFolder = join(import.meta.dirname, '../peers');

/** Installs the peers when they are not there, or not those of the lockfile. They are large: nothing else needs them. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(peersFolder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(peersFolder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing what the gateway is compared with (npm ci in bench/peers; about a gigabyte)…');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('npm ci in bench/peers failed: see above, and run the benchmark again.');
  writeFileSync(stamp, lock);
}
