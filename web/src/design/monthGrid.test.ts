import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { dayByKey, firstWeekday, monthGrid } from './monthGrid.ts';

const days = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('1990-01-01', n));
const keys = fc.record({
  key: fc.constantFrom('ArrowLeft', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown'),
  shiftKey: fc.boolean(),
});

test('a month is shown in whole weeks, each of its days once and none of another', () => {
  expect(monthGrid('2026-10', 1)[0]).toEqual([
    null,
    null,
    null,
    '2026-10-01',
    '2026-10-02',
    '2026-10-03',
    '2026-10-04',
  ]);
  expect(monthGrid('2026-02', 7)).toHaveLength(4);
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 7 }), (day, first) => {
      const month = day.slice(0, 7);
      const weeks = monthGrid(month, first);
      const shown = weeks.flat().filter((each) => each !== null);
      expect(shown).toEqual(shown.map((_, n) => addDays(`${month}-01`, n)));
      expect(addDays(shown.at(-1)!, 1).startsWith(month)).toBe(false);
      for (const week of weeks) {
        expect(week.some((each) => each !== null)).toBe(true);
        const known = week.findIndex((each) => each !== null);
        expect(new Date(addDays(week[known]!, -known)).getUTCDay()).toBe(first % 7);
      }
    }),
  );
});

test('keys go to days that exist; a month that is too short ends earlier', () => {
  expect(dayByKey('2026-10-31', { key: 'PageDown', shiftKey: false }, 1)).toBe('2026-11-30');
  expect(dayByKey('2028-02-29', { key: 'PageDown', shiftKey: true }, 1)).toBe('2029-02-28');
  expect(dayByKey('2026-10-24', { key: 'Home', shiftKey: false }, 1)).toBe('2026-10-19');
  expect(dayByKey('2026-10-24', { key: 'End', shiftKey: false }, 7)).toBe('2026-10-24');
  expect(dayByKey('2026-10-24', { key: 'a', shiftKey: false }, 1)).toBeNull();
  fc.assert(
    fc.property(days, keys, (day, pressed) => {
      const next = dayByKey(day, pressed, 1)!;
      expect(new Date(next).toISOString().slice(0, 10)).toBe(next);
    }),
  );
});

test('weeks begin where the reader begins them', () => {
  expect([firstWeekday('en-GB'), firstWeekday('en-US')]).toEqual([1, 7]);
});
