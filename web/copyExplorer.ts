// Takes the files of the gateway's explorer, made by its `generate`, to be served with this app's own at /explorer/.
import { cpSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const from = here('../gateway/explorer/generated');
const to = here('public/explorer');

rmSync(to, { recursive: true, force: true });
for (const part of ['assets', 'manifest.json']) {
  cpSync(`${from}/${part}`, `${to}/${part}`, {
    recursive: true,
    // The gateway sends these to browsers by itself; this server compresses.
    filter: (path) => !basename(path).endsWith('.br'),
  });
}
