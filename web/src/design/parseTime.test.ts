import { expect, test } from 'vitest';
import { parseTime } from './parseTime.ts';

test.for([
  ['7', '07:00'],
  ['07', '07:00'],
  ['730', '07:30'],
  ['0730', '07:30'],
  ['19.30', '19:30'],
  ['19:30', '19:30'],
  ['7h30', '07:30'],
  ['7pm', '19:00'],
  ['12 am', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['2359', '23:59'],
])('reads %s', ([text, time]) => {
  expect(parseTime(text!)).toBe(time);
});

test.for(['', 'noon', '24', '7:60', '13pm', '0pm', '12345', '7m'])('does not take %s for a time', (text) => {
  expect(parseTime(text)).toBe(null);
});
