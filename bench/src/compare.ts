import { isDeepStrictEqual } from 'node:util';
import { type Start, startContestant, stopContestant } from './contestant.ts';
import { type Round, answerOf, load } from './load.ts';

/** Code is compiled by how often it ran: on a slow machine a warm-up by time alone would measure who compiles less. */
const isWarm = (ms: number, answers: number) => ms > 15_000 || (ms > 4_000 && answers > 3_000);
const isMeasured = (ms: number) => ms > 3_000;

/** Makes what is needed to start a contestant; asked anew for each round. */
export type Contender = () => Start | Promise<Start>;

/**
 * Requests that differ by the length of the list, `$first`: of identical requests under way at once, some gateways
 * make one, which clients who differ would not see.
 *
 * @param lengths the middle one first, the others around it.
 */
export function bodiesOf(query: string, lengths: readonly number[]): string[] {
  return lengths.map((first) => JSON.stringify({ query, variables: { first } }));
}

/** So many lengths around a middle one, which comes first; their mean is the middle. */
export function around(middle: number, reach: number): number[] {
  const others = Array.from({ length: reach }, (_, n) => [middle - n - 1, middle + n + 1]).flat();
  return [middle, ...others];
}

/**
 * Compares contestants on one operation, in several rounds in which they take turns, and prints a table of ratios to
 * the first of them. All have to answer the same.
 *
 * @param operation takes the length of its list as `$first`.
 * @param normalised takes out of an answer what may differ.
 * @throws Error when one does not start, fails, or answers something else.
 */
export async function compare(
  title: string,
  contenders: readonly Contender[],
  operation: string,
  lengths: readonly number[],
  rounds: number,
  normalised: (answer: unknown) => unknown = (answer) => answer,
): Promise<void> {
  const results = new Map<string, Round[]>();
  let expected: unknown;
  // One at a time, and each started anew in each round: none gets used to the machine at the cost of another.
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      const start = await contender();
      const contestant = await startContestant(start);
      try {
        const bodies = bodiesOf(contestant.operation ?? operation, lengths);
        const answer = normalised(await answerOf(contestant, bodies[0]!));
        expected ??= answer;
        if (!isDeepStrictEqual(answer, expected)) {
          throw new Error(
            `${start.name} answers ${JSON.stringify(answer).slice(0, 500)}\ninstead of ${JSON.stringify(expected).slice(0, 500)}`,
          );
        }
        await load(contestant, bodies, isWarm);
        const measured = await load(contestant, bodies, isMeasured);
        results.set(start.name, [...(results.get(start.name) ?? []), measured]);
      } finally {
        await stopContestant(contestant);
      }
    }
  }
  const bytes = JSON.stringify(expected).length;
  console.log(`\n${title}: ${(bytes / 1024).toFixed(1)} KiB, ${rounds} rounds\n`);
  console.log('| | requests a second | times the first | p50, ms | p95, ms | CPU a request, ms | MiB |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  const [first] = results.values();
  for (const [name, own] of results) {
    const ratios = own.map((round, i) => round.requestsPerSecond / first![i]!.requestsPerSecond);
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
