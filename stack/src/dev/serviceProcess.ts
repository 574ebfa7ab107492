import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { prettyFactory } from 'pino-pretty';
import { z } from 'zod';
import { compileCache } from '../compileCache.ts';
import { Problem } from '../problem.ts';

/** A service in a process of its own. */
export interface ServiceProcess {
  /** Where it says that it answers. */
  readonly url: string;
  readonly pid: number;
  /** Resolves when it has ended, with words for why. */
  readonly exited: Promise<string>;
  /** Sends a message and waits for the next one it sends. */
  ask(message: object): Promise<unknown>;
  /** Lets it finish what it has begun; ends it by force after ten seconds. */
  stop(): Promise<void>;
}

const listening = z.object({ url: z.url() });
const patience = 20_000;

/**
 * Starts a service and waits until it says where it listens. It ends when this process does.
 *
 * @param file its entry, run by Node as it is.
 * @param environment its settings, beside what every process needs.
 * @throws Problem with what it said when it ends instead.
 */
export async function startService(
  name: string,
  file: string,
  environment: Record<string, string>,
): Promise<ServiceProcess> {
  const child = fork(file, {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C goes to the whole group of the terminal; the stack stops its parts in an order of its own.
    detached: true,
  });
  const pretty = prettyFactory({ colorize: process.stdout.isTTY, singleLine: true, ignore: 'pid,hostname' });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    process.stdout.write(line.startsWith('{') ? pretty(line) : `${name}: ${line}\n`);
  });
  const complaints: string[] = [];
  createInterface({ input: child.stderr! }).on('line', (line) => complaints.push(line));
  const exited = once(child, 'close').then(([code, signal]) => {
    const said = complaints.join('\n').trim();
    return `${name} ended (${String(code ?? signal)})${said && `:\n${said}`}`;
  });

  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const killer = globalThis.setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(killer);
  };
  // A second signal would end it at once.
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= end());
  const giveUp = new AbortController();
  try {
    const message = await Promise.race([
      once(child, 'message', { signal: giveUp.signal }).then(([first]) => listening.parse(first)),
      exited.then((why) => {
        throw new Problem(`${why}\nThe one that ran before, if any, still does.`);
      }),
      setTimeout(patience, undefined, { signal: giveUp.signal }).then(() => {
        throw new Problem(`${name} did not say within ${patience / 1000} s that it listens.`);
      }),
    ]);
    child.stderr!.on('data', (text: Buffer) => process.stderr.write(text));
    return {
      url: message.url,
      pid: child.pid!,
      exited,
      async ask(question) {
        const answer = once(child, 'message');
        child.send(question);
        return (
          (await Promise.race([answer, exited.then((why) => Promise.reject(new Problem(why)))])) as unknown[]
        )[0];
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    giveUp.abort();
  }
}
