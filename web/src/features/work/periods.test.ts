import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../design/calendar.ts';
import { daysBeside, type PeriodKind, periodsAround } from './periods.ts';

test('months are whole, also in February and over the turn of a year', () => {
  expect(periodsAround('2028-01-31', 'month')).toEqual([
    { from: '2027-09-01', to: '2027-09-30' },
    { from: '2027-10-01', to: '2027-10-31' },
    { from: '2027-11-01', to: '2027-11-30' },
    { from: '2027-12-01', to: '2027-12-31' },
    { from: '2028-01-01', to: '2028-01-31' },
    { from: '2028-02-01', to: '2028-02-29' },
  ]);
});

test('periods follow each other without a gap, hold the day, and go on where the next page begins', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom<PeriodKind>('month', 'week'), (date, kind) => {
      const day = date.toISOString().slice(0, 10);
      const periods = periodsAround(day, kind);
      for (const [n, { from, to }] of periods.entries()) {
        expect(from <= to).toBe(true);
        if (n > 0) expect(from).toBe(addDays(periods[n - 1]!.to, 1));
      }
      expect(periods.some(({ from, to }) => from <= day && day <= to)).toBe(true);
      const { earlier, later } = daysBeside(day, kind);
      expect(periodsAround(earlier, kind).at(-1)!.to).toBe(addDays(periods[0]!.from, -1));
      expect(periodsAround(later, kind)[0]!.from).toBe(addDays(periods.at(-1)!.to, 1));
    }),
  );
});
