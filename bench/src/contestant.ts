import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** One of those that are compared: a server in a process of its own, or several that share its core. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is asked instead of the operation, where it has another graph. */
  readonly operation?: string;
  readonly processes: readonly ChildProcess[];
}

/** How to start a contestant. */
export interface Start extends Program {
  name: string;
  url: string;
  headers?: Record<string, string>;
  operation?: string;
  /** What it stands before, on the same core. */
  behind?: readonly (Program & { url: string })[];
}

interface Program {
  command: readonly [string, ...string[]];
  cwd?: string;
  env?: Record<string, string>;
}

/** The core that the contestant at hand has for itself, and the one for everything else. */
const cores = { contestant: '0', others: '1' };

/** Leaves the contestants' core to them: this process and what it starts from now on take the other. */
export function leaveCore(): void {
  spawnSync('taskset', ['-a', '-c', '-p', cores.others, String(process.pid)]);
}

/**
 * Starts a contestant on a core of its own, and waits until it answers.
 *
 * @throws Error with what it printed when it ends, or does not answer within a minute.
 */
export async function startContestant(start: Start): Promise<Contestant> {
  const { name, url, headers = {}, operation, behind = [] } = start;
  const processes: ChildProcess[] = [];
  try {
    for (const program of behind) processes.push(await startProgram(name, program, program.url, {}));
    processes.push(await startProgram(name, start, url, headers));
    return { name, url, headers, ...(operation && { operation }), processes };
  } catch (error) {
    for (const child of processes) child.kill('SIGKILL');
    throw error;
  }
}

async function startProgram(
  name: string,
  { command, cwd, env }: Program,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
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
    // A subgraph refuses whoever is not the gateway, and is there.
    if (response && response.status < 500) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends a contestant. */
export async function stopContestant({ processes }: Contestant): Promise<void> {
  await Promise.all(
    processes.map(async (child) => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(timer);
    }),
  );
}

/** What a contestant has used so far: processor time in milliseconds, and the memory it holds in MiB. */
export function usageOf({ processes }: Contestant): { cpuMs: number; memoryMiB: number } {
  let [cpuMs, memoryMiB] = [0, 0];
  for (const { pid } of processes) {
    // taskset becomes the program it starts.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    cpuMs += (Number(fields[11]) + Number(fields[12])) * 10;
    memoryMiB += Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  }
  return { cpuMs, memoryMiB };
}
