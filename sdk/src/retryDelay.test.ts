import { expect, test } from 'vitest';
import { retryDelay } from './retryDelay.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

test.for([
  [0, 0, 100],
  [0, 1, 200],
  [1, 1, 400],
  [3, 0.5, 1200],
  [20, 1, 10_000],
])('after %i repetitions, by chance %d, it is %i ms', ([attempt, random, ms]) => {
  expect(retryDelay(attempt!, null, { now, random })).toBe(ms);
});

test.for([
  ['7', 7_000],
  ['0', 200],
  ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 200],
  ['soon', 200],
] as const)('when the graph asks for %j it is %i ms', ([retryAfter, ms]) => {
  expect(retryDelay(0, retryAfter, { now, random: 1 })).toBe(ms);
});
