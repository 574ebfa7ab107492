import { expect, test } from 'vitest';
import { remainingTime } from './remainingTime.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

test.for([
  [71 * hour + 59 * minute, '2 days 23 h'],
  [47 * hour, '47 h 00 min'],
  [hour, '1 h 00 min'],
  [hour - second, '59 min 59 s'],
  [9 * second, '0 min 09 s'],
  // Nobody is told that it is over while it is not.
  [1, '0 min 01 s'],
  [0, null],
  [-hour, null],
] as const)('%i milliseconds before the end, %s are left', ([left, words]) => {
  expect(remainingTime(1_000_000 + left, 1_000_000)).toBe(words);
});
