import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Start, startContestant, stopContestant } from './contestant.ts';
import { bodiesOf } from './compare.ts';
import { load } from './load.ts';

interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples: number[];
  timeDeltas: number[];
}

/**
 * Runs a Node program under load with the profiler on, and prints where its own time goes. What Node itself does counts
 * for the package or file that has it done; starting does not count.
 */
export async function printProfile(
  title: string,
  start: Start,
  operation: string,
  lengths: readonly number[],
  directory: string,
): Promise<void> {
  const [node, ...args] = start.command;
  const folder = join(directory, title);
  const contestant = await startContestant({
    ...start,
    command: [node, '--cpu-prof', `--cpu-prof-dir=${folder}`, ...args],
  });
  await load(contestant, bodiesOf(operation, lengths), (ms) => ms > 20_000);
  await stopContestant(contestant);
  const profile = JSON.parse(readFileSync(globSync(join(folder, '*.cpuprofile'))[0]!, 'utf8')) as CpuProfile;
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const callers = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const [byPlace, byFunction] = [new Map<string, number>(), new Map<string, number>()];
  let total = 0;
  profile.samples.forEach((id, i) => {
    const { functionName, url, lineNumber } = frames.get(id)!;
    const stack = [id];
    for (let each = callers.get(id); each !== undefined; each = callers.get(each)) stack.push(each);
    if (functionName === '(idle)' || stack.some((each) => isLoading(frames.get(each)!.url))) return;
    const time = profile.timeDeltas[i]!;
    total += time;
    const owner = stack.find((each) => /^file:|\/node_modules\//.test(frames.get(each)!.url));
    const place = owner === undefined ? placeOf(url, functionName) : placeOf(frames.get(owner)!.url, '');
    byPlace.set(place, (byPlace.get(place) ?? 0) + time);
    const name = `${functionName || `line ${lineNumber + 1} of ${url.split('/').at(-1)}`} in ${place}`;
    byFunction.set(name, (byFunction.get(name) ?? 0) + time);
  });
  for (const [what, times] of [
    ['place', byPlace],
    ['function', byFunction],
  ] as const) {
    console.log(`\n${title}, by ${what}:\n`);
    for (const [name, time] of [...times].toSorted((a, b) => b[1] - a[1]).slice(0, 22)) {
      console.log(`${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`);
    }
  }
}

/** Whether code is that by which Node loads modules. */
function isLoading(url: string): boolean {
  return url.startsWith('node:internal/modules/');
}

/** The package or file of ours that code stands in. */
function placeOf(url: string, functionName: string): string {
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (inPackage) return inPackage;
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  return url === '' ? functionName : (url.split('/').slice(-3).join('/') ?? url);
}
