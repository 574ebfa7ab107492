import { expect, test } from 'vitest';
import { dayCount, rosterItems, type RosterShift, untilTimes } from './roster.ts';

let made = 0;
const shift = (changes: Partial<RosterShift> = {}): RosterShift => ({
  id: `s${made++}`,
  revision: 1,
  row: 'care',
  day: '2026-11-24',
  lastDay: '2026-11-24',
  from: '07:00',
  to: '15:00',
  status: 'OPEN',
  isPlaceholder: false,
  agentName: null,
  qualificationName: 'Care',
  ...changes,
});

test('up to three shifts of a cell stand by themselves', () => {
  expect(rosterItems([shift(), shift(), shift()]).map(({ kind }) => kind)).toEqual([
    'shift',
    'shift',
    'shift',
  ]);
});

test('over three, equal times become one with how many are filled; what is cancelled is not counted', () => {
  const items = rosterItems([
    shift({ status: 'ASSIGNED' }),
    shift(),
    shift({ from: '06:00' }),
    shift(),
    shift({ status: 'CANCELLED' }),
  ]);
  expect(
    items.map((item) => (item.kind === 'group' ? [item.filled, item.shifts.length] : item.shift.from)),
  ).toEqual(['06:00', [1, 3], '07:00']);
});

test('sixty shifts of a day are as many items as they have times', () => {
  const many = Array.from({ length: 60 }, (_, n) => shift({ from: `0${n % 4}:00` }));
  expect(rosterItems(many)).toHaveLength(4);
});

test('a day counts what somebody is to fill', () => {
  const shifts = [
    shift({ status: 'ASSIGNED' }),
    shift({ status: 'COMPLETED' }),
    shift(),
    shift({ status: 'CANCELLED' }),
    shift({ isPlaceholder: true }),
    shift({ day: '2026-11-25' }),
  ];
  expect(dayCount(shifts, '2026-11-24')).toEqual({ filled: 2, total: 3 });
});

test('the day after a night shows until when it lasts, once', () => {
  const night = { from: '21:00', to: '07:00', lastDay: '2026-11-25' };
  expect(untilTimes([shift(night), shift(night), shift()], 'care', '2026-11-25')).toEqual(['07:00']);
  expect(untilTimes([shift({ ...night, to: '00:00' })], 'care', '2026-11-25')).toEqual([]);
  expect(untilTimes([shift({ ...night, status: 'CANCELLED' })], 'care', '2026-11-25')).toEqual([]);
});
