import { addDays, mondayOf } from '../../design/calendar.ts';

/** Days from the first to the last, both included, as `2026-10-24`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type PeriodKind = 'month' | 'week';

/** How many periods are shown at once, and how many of them lie after the present one. */
const shown = { month: { count: 6, later: 1 }, week: { count: 8, later: 2 } } as const;

/** The months or weeks around a day, the earliest first. */
export function periodsAround(day: string, kind: PeriodKind): Period[] {
  const { count, later } = shown[kind];
  return Array.from({ length: count }, (_, n) => periodAt(day, kind, n - (count - 1 - later)));
}

/** The days to look around next, for what is earlier and what is later. */
export function daysBeside(day: string, kind: PeriodKind): { earlier: string; later: string } {
  const { count } = shown[kind];
  return { earlier: periodAt(day, kind, -count).from, later: periodAt(day, kind, count).from };
}

function periodAt(day: string, kind: PeriodKind, step: number): Period {
  if (kind === 'week') {
    const from = addDays(mondayOf(day), 7 * step);
    return { from, to: addDays(from, 6) };
  }
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = (months: number) =>
    new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return { from: first(step), to: addDays(first(step + 1), -1) };
}
