import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One of those that are compared: a server in a process of its own. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is asked instead of the operation, where it speaks no GraphQL or another graph. */
  readonly body?: (operation: string) => string;
  readonly process: ChildProcess;
}

/** How to start a contestant. */
export interface Start {
  name: string;
  command: readonly [string, ...string[]];
  cwd?: string;
  env?: Record<string, string>;
  url: string;
  headers?: Record<string, string>;
  body?: Contestant['body'];
  /** Whether a response means that it is ready. */
  isReady?: (response: Response) => boolean;
}

/** The core that the contestant at hand has for itself, and the one for everything else. */
export const cores = { contestant: '0', others: '1' };

/**
 * Starts a contestant on a core of its own, and waits until it answers.
 *
 * @throws Error with what it printed when it ends, or does not answer within a minute.
 */
export async function startContestant({
  name,
  command,
  cwd,
  env,
  url,
  headers = {},
  body,
  isReady,
}: Start): Promise<Contestant> {
  const child = spawn('taskset', ['-c', cores.contestant, ...command], {
    cwd,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (printed = (printed + String(chunk)).slice(-4_000)));
  }
  const until = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || performance.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${name} does not start:\n${printed}`);
    }
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ __typename }' }),
    }).catch(() => null);
    await response?.arrayBuffer();
    if (response && (isReady?.(response) ?? response.ok)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { name, url, headers, body, process: child };
}

/** Ends a contestant. */
export async function stopContestant({ process: child }: Contestant): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

/** What a process has used so far: processor time in milliseconds, and the memory it holds in MiB. */
export function usageOf({ pid }: ChildProcess): { cpuMs: number; memoryMiB: number } {
  // taskset becomes the program it starts.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1];
  return { cpuMs: (user + system) * 10, memoryMiB: Number(resident) / 1024 };
}
