import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';

const runningStack = z.object({
  pid: z.number().int(),
  startTime: z.string().nullable(),
  issuer: z.string().optional(),
  graph: z.string().optional(),
  web: z.string().optional(),
  databaseUrl: z.string().optional(),
});

/** What a running stack says of itself to the other commands. */
export type RunningStackNote = Pick<z.infer<typeof runningStack>, 'issuer' | 'graph' | 'web' | 'databaseUrl'>;

/** The data directory, held by this process alone. */
export interface DataDirectory {
  readonly path: string;
  /** Tells other commands where the stack answers. */
  note(what: RunningStackNote): void;
  /** Removes database and keys. */
  reset(): void;
  release(): void;
}

const noteFile = (path: string) => join(path, 'running.json');

/**
 * Takes hold of a data directory, making it when it is missing, so that two stacks never use one.
 *
 * @throws Problem when another stack runs on it.
 */
export function holdDataDirectory(path: string): DataDirectory {
  // PostgreSQL runs as another user when root starts it, and has to pass through.
  try {
    mkdirSync(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new Problem(
      `DATA_DIRECTORY is ${path}, which cannot be written to (${(error as NodeJS.ErrnoException).code}): name another folder.`,
    );
  }
  const write = (what: RunningStackNote, flag: 'w' | 'wx') =>
    writeFileSync(
      noteFile(path),
      JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid), ...what }, null, 2),
      { flag, mode: 0o600 },
    );
  const running = runningProcess(path);
  if (running !== null) {
    throw new Problem(
      `A stack already runs on ${path}, as process ${running.pid}: stop it first (Ctrl-C in its terminal), or give this one a DATA_DIRECTORY of its own.`,
    );
  }
  rmSync(noteFile(path), { force: true });
  write({}, 'wx');
  return {
    path,
    note: (what) => write(what, 'w'),
    reset() {
      for (const name of ['postgres', 'keys.json'])
        rmSync(join(path, name), { recursive: true, force: true });
    },
    release: () => rmSync(noteFile(path), { force: true }),
  };
}

/** What the stack that runs on a data directory says of itself; null when none runs. */
export function findRunningStack(path: string): RunningStackNote | null {
  return runningProcess(path);
}

function runningProcess(path: string): z.infer<typeof runningStack> | null {
  let text: string;
  try {
    text = readFileSync(noteFile(path), 'utf8');
  } catch {
    return null;
  }
  const { data } = runningStack.safeParse(parseJson(text));
  return data !== undefined && isAlive(data.pid, data.startTime) ? data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number, startTime: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  // The number may have been given to another program since, which happens with each restart of a container.
  return startTime === null || startTimeOf(pid) === startTime;
}

/** When a process started, by the clock of the kernel; null where that cannot be known. */
function startTimeOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may hold anything; start time is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
