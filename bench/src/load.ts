import { Pool } from 'undici';
import { type Contestant, usageOf } from './contestant.ts';

/** What one round of load came to. */
export interface Round {
  requestsPerSecond: number;
  p50: number;
  p95: number;
  /** Processor time of the contestant for each request, in milliseconds. */
  cpuMs: number;
  memoryMiB: number;
}

const connections = 10;

/**
 * Sends bodies in turn over ten connections, each as soon as the last one is answered.
 *
 * @param isEnough asked before each request, with the milliseconds since the first and the number of answers.
 */
export async function load(
  contestant: Contestant,
  bodies: readonly string[],
  isEnough: (ms: number, answers: number) => boolean,
): Promise<Round> {
  const { origin, pathname } = new URL(contestant.url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const headers = { 'content-type': 'application/json', ...contestant.headers };
  let turn = 0;
  const before = usageOf(contestant);
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!isEnough(performance.now() - start, times.length)) {
        const sent = performance.now();
        const { statusCode, body: answer } = await pool.request({
          path: pathname,
          method: 'POST',
          headers,
          body: bodies[turn++ % bodies.length]!,
        });
        await answer.arrayBuffer();
        if (statusCode !== 200) throw new Error(`${contestant.name} answered ${statusCode}.`);
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const after = usageOf(contestant);
  await pool.close();
  times.sort((a, b) => a - b);
  return {
    requestsPerSecond: times.length / seconds,
    p50: times[Math.floor(times.length * 0.5)]!,
    p95: times[Math.floor(times.length * 0.95)]!,
    cpuMs: (after.cpuMs - before.cpuMs) / times.length,
    memoryMiB: after.memoryMiB,
  };
}

/** One answer, to be compared. */
export async function answerOf({ url, headers }: Contestant, body: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return response.json();
}
