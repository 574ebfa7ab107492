import { expect, test } from 'vitest';
import { addDays, dayIn, hoursOfDay, mondayOf, mondayOfWeek, weekOf } from './calendar.ts';

test('weeks begin on Monday and have the numbers of ISO 8601, also around New Year', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(weekOf('2026-11-24')).toBe('2026-W48');
  expect(weekOf('2027-01-01')).toBe('2026-W53');
  expect(weekOf('2024-12-30')).toBe('2025-W01');
  expect(mondayOfWeek('2026-W53')).toBe('2026-12-28');
});

test('every Monday of ten years comes back from its week', () => {
  for (let day = '2020-01-06'; day < '2030-01-01'; day = addDays(day, 7)) {
    expect(mondayOfWeek(weekOf(day))).toBe(day);
  }
});

test('what is no week is none', () => {
  for (const text of ['2026-W54', '2025-W53', '2026-W00', '2026-43', 'week']) {
    expect(mondayOfWeek(text)).toBeNull();
  }
});

test('a day has 23 hours when clocks go forward and 25 when they go back', () => {
  expect(hoursOfDay('2026-03-29', 'Europe/London')).toBe(23);
  expect(hoursOfDay('2026-10-25', 'Europe/London')).toBe(25);
  expect(hoursOfDay('2026-10-24', 'Europe/London')).toBe(24);
});

test('the day of an instant is that of the clocks', () => {
  expect(dayIn(new Date('2026-07-01T23:30:00Z'), 'Europe/London')).toBe('2026-07-02');
});
