import { isDeepStrictEqual } from 'node:util';
import { type Contestant, type Start, startContestant, stopContestant } from './contestant.ts';
import { type Round, answerOf, load } from './load.ts';

const warmUpMs = 4_000;
const roundMs = 3_000;

/**
 * Compares contestants on one operation, in several rounds in which they take turns, and prints a table of ratios to
 * the first of them. All have to answer the same.
 *
 * @throws Error when one does not start, fails, or answers something else.
 */
export async function compare(
  title: string,
  starts: readonly Start[],
  operation: string,
  rounds: number,
): Promise<void> {
  const bodyFor = ({ body }: Contestant) => body?.(operation) ?? JSON.stringify({ query: operation });
  const results = new Map<string, Round[]>(starts.map(({ name }) => [name, []]));
  let expected: unknown;
  // One at a time, and each started anew in each round: none gets used to the machine at the cost of another.
  for (let round = 0; round < rounds; round += 1) {
    for (const start of starts) {
      const contestant = await startContestant(start);
      try {
        const body = bodyFor(contestant);
        const answer = await answerOf(contestant, body);
        expected ??= answer;
        if (!isDeepStrictEqual(answer, expected)) {
          throw new Error(
            `${start.name} answers ${JSON.stringify(answer).slice(0, 500)}\ninstead of ${JSON.stringify(expected).slice(0, 500)}`,
          );
        }
        await load(contestant, body, warmUpMs);
        results.get(start.name)!.push(await load(contestant, body, roundMs));
      } finally {
        await stopContestant(contestant);
      }
    }
  }
  const bytes = JSON.stringify(expected).length;
  console.log(`\n${title}: ${(bytes / 1024).toFixed(1)} KiB, ${rounds} rounds\n`);
  console.log('| | requests a second | times the first | p50, ms | p95, ms | CPU a request, ms | MiB |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const first = results.get(starts[0]!.name)!;
  for (const [name, own] of results) {
    const ratios = own.map((round, i) => round.requestsPerSecond / first[i]!.requestsPerSecond);
    const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
    const figure = (pick: (round: Round) => number, digits: number) => median(own.map(pick)).toFixed(digits);
    console.log(
      `| ${name} | ${figure((r) => r.requestsPerSecond, 0)} | ${spread} | ${figure((r) => r.p50, 1)} | ${figure((r) => r.p95, 1)} | ${figure((r) => r.cpuMs, 2)} | ${figure((r) => r.memoryMiB, 0)} |`,
    );
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
