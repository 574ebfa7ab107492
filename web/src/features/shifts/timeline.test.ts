import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeIn } from '../../design/calendar.ts';
import { dragged, startOfDay, step, timelineHours } from './timeline.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;
const day = [startOfDay('2026-10-24', 'Europe/London'), startOfDay('2026-10-25', 'Europe/London')] as const;

test('a day spans its own hours, 25 when clocks go back, and on to where its last shift ends', () => {
  expect(timelineHours('2026-10-24', 'Europe/London', [])).toHaveLength(25);
  expect(timelineHours('2026-03-29', 'Europe/London', [])).toHaveLength(24);
  const hours = timelineHours('2026-10-25', 'Europe/London', []);
  expect(hours).toHaveLength(26);
  expect(hours.map((each) => timeIn(new Date(each), 'Europe/London')).slice(0, 4)).toEqual([
    '00:00',
    '01:00',
    '01:00',
    '02:00',
  ]);
  const night = { start: at('2026-10-24T20:00Z'), end: at('2026-10-25T06:30Z') };
  expect(timelineHours('2026-10-24', 'Europe/London', [night]).at(-1)).toBe(at('2026-10-25T07:00Z'));
});

test('a drag goes in quarters of an hour by the clock, and what is not dragged stays', () => {
  const shift = { start: at('2026-10-24T06:07Z'), end: at('2026-10-24T14:00Z') };
  expect(dragged(shift, 'start', 10 * 60_000, day)).toEqual({ ...shift, start: at('2026-10-24T06:15Z') });
  expect(dragged(shift, 'end', -2 * hour, day)).toEqual({ ...shift, end: at('2026-10-24T12:00Z') });
  expect(dragged(shift, 'whole', hour, day)).toEqual({
    start: at('2026-10-24T07:00Z'),
    end: at('2026-10-24T14:53Z'),
  });
});

test('however far a shift is dragged, it begins on its day, ends after it begins and lasts 24 hours at most', () => {
  const times = fc
    .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
    .map(([from, steps]) => ({ start: day[0] + from * step, end: day[0] + (from + steps) * step }));
  fc.assert(
    fc.property(
      times,
      fc.constantFrom('start', 'end', 'whole'),
      fc.integer({ min: -100 * hour, max: 100 * hour }),
      (before, part, by) => {
        const { start, end } = dragged(before, part, by, day);
        expect(start).toBeGreaterThanOrEqual(day[0]);
        expect(start).toBeLessThan(day[1]);
        expect(end - start).toBeGreaterThanOrEqual(step);
        expect(end - start).toBeLessThanOrEqual(24 * hour);
        if (part === 'whole') expect(end - start).toBe(before.end - before.start);
        if (part === 'start') expect(end).toBe(before.end);
        if (part === 'end') expect(start).toBe(before.start);
      },
    ),
  );
});
