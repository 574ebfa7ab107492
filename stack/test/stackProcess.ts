import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domains } from '@guildhall/prisma/domains';
import { portSetting, repository, workerPortSetting } from '../src/settings.ts';
import { workerDomains } from '../src/workers.ts';

/** A command of the stack that has ended. */
export interface Ended {
  /** The exit code, or the signal that ended it. */
  code: number | NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/** A stack in a process of its own. */
export interface StackProcess {
  readonly pid: number;
  readonly output: () => string;
  /** What it wrote down for other commands. */
  readonly note: { graph: string; issuer: string; web?: string; databaseUrl: string };
  /** The local admin key, `id:secret`. */
  readonly adminKey: string;
  readonly ended: Promise<Ended>;
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

/** A new folder that PostgreSQL can get into, also when root's tests run it as another user. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-stack-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** The settings of a stack of a test's own: free ports, little data, and no web app unless a test wants it. */
export function testSettings(dataDirectory: string): Record<string, string> {
  const ports = [
    'GATEWAY_PORT',
    'OIDC_PORT',
    'WEB_PORT',
    'POSTGRES_PORT',
    ...domains.map(portSetting),
    ...workerDomains.map(workerPortSetting),
  ];
  return {
    ...Object.fromEntries(ports.map((name) => [name, '0'])),
    DATA_DIRECTORY: dataDirectory,
    SEED_SCALE: '0.2',
    // Tests ask as fast as they can; what is too often has tests of its own.
    LIMIT_REQUESTS: '0',
    WEB: 'off',
  };
}

const environment = (settings: Record<string, string>) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
});

/** Runs a command of the repository to its end. */
export async function run(
  [file, ...args]: [string, ...string[]],
  settings: Record<string, string>,
  root = repository,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, file), ...args], { env: environment(settings) });
  return collect(child).ended;
}

/** Starts a stack and waits until it says that it runs; throws what it said when it ends instead. */
export async function startStackProcess(
  [file, ...args]: [string, ...string[]],
  settings: Record<string, string>,
  root = repository,
): Promise<StackProcess> {
  const child = spawn(process.execPath, [join(root, file), ...args], { env: environment(settings) });
  const { output, ended } = collect(child);
  const hasEnded = ended.then(({ code, stdout, stderr }): never => {
    throw new Error(`The stack ended (${code}):\n${stdout}\n${stderr}`);
  });
  hasEnded.catch(() => {});
  while (!output().includes('Ctrl-C stops everything')) {
    await Promise.race([once(child.stdout, 'data'), hasEnded]);
  }
  return {
    pid: child.pid!,
    output,
    note: JSON.parse(readFileSync(join(settings.DATA_DIRECTORY!, 'running.json'), 'utf8')),
    adminKey: /Local admin key +(\S+)/.exec(output())?.[1] ?? '',
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

function collect(child: ReturnType<typeof spawn>) {
  let stdout = '';
  let stderr = '';
  let both = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    both += text;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    both += text;
  });
  const ended = once(child, 'close').then((values): Ended => {
    const [code, signal] = values as [number, null] | [null, NodeJS.Signals];
    return { code: code ?? signal, stdout, stderr };
  });
  return { output: () => both, ended };
}

/** Asks a graph; throws when it answers with errors. */
export async function ask(
  graph: string,
  authorization: string,
  query: string,
  variables: Record<string, unknown> = {},
) {
  const response = await fetch(graph, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query, variables }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export const basic = (key: string) => `Basic ${Buffer.from(key).toString('base64')}`;
export const bearer = (token: string) => `Bearer ${token}`;
