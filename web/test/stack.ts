import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the parts of a stack answer. */
export interface StackAddresses {
  web: string;
  issuer: string;
  graph: string;
  databaseUrl: string;
  /** Its keys and its database. */
  dataDirectory: string;
  /** By domain. */
  subgraphs: Record<string, string>;
}

/** The whole product in a process of its own, with data of its own. */
export interface Stack extends StackAddresses {
  /** What it has printed, reports of browsers included. */
  output(): string;
  stop(): Promise<void>;
}

const repository = fileURLToPath(new URL('../..', import.meta.url));
const ports = ['GATEWAY', 'OIDC', 'WEB', 'POSTGRES', 'PEOPLE', 'STAFFING', 'WORKSHOPS', 'WORKSHOPS_WORKER'];

/** Starts the product as `npm start` does, on free ports, and waits until it answers. */
export async function startStack(settings: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const data = mkdtempSync(join(tmpdir(), 'guildhall-web-'));
  // PostgreSQL runs as another user when root starts it.
  chmodSync(data, 0o711);
  const child = spawn(process.execPath, [join(repository, 'stack/src/start.ts')], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...Object.fromEntries(ports.map((name) => [`${name}_PORT`, '0'])),
      DATA_DIRECTORY: data,
      SEED_SCALE: '3',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await untilRunning(child);
  const note = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as Pick<
    StackAddresses,
    'web' | 'issuer' | 'graph' | 'databaseUrl'
  >;
  const subgraphs = [...output().matchAll(/Subgraph (\w+) +(http\S+)/g)].map(([, name, url]) => [name, url]);
  return {
    ...note,
    dataDirectory: data,
    subgraphs: Object.fromEntries(subgraphs) as Record<string, string>,
    output,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'close');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function untilRunning(child: ChildProcessByStdio<null, Readable, Readable>): Promise<() => string> {
  let text = '';
  const hasEnded = once(child, 'close').then((): never => {
    throw new Error(`The stack did not start:\n${text}`);
  });
  hasEnded.catch(() => {});
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  while (!text.includes('Ctrl-C stops everything')) {
    await Promise.race([once(child.stdout, 'data'), hasEnded]);
  }
  return () => text;
}
