import { addDays, mondayOf } from './calendar.ts';

/** A month as `2026-10`, some months later; earlier by a negative number. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The first weekday of a reader's weeks, 1 for Monday to 7 for Sunday; Monday where the browser does not tell. */
export function firstWeekday(locale: string): number {
  const named = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return named.getWeekInfo?.().firstDay ?? 1;
}

/** The first day of a day's week. */
export const weekStart = (day: string, first: number): string =>
  addDays(mondayOf(addDays(day, 1 - first)), first - 1);

/** The weeks of a month such as `2026-10`, of seven days each; null where a day is of another month. */
export function monthGrid(month: string, first: number): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  let day = weekStart(`${month}-01`, first);
  do {
    weeks.push(
      Array.from({ length: 7 }, (_, n) => addDays(day, n)).map((each) =>
        each.startsWith(month) ? each : null,
      ),
    );
    day = addDays(day, 7);
  } while (day.startsWith(month));
  return weeks;
}

/**
 * The day that a key goes to from another: arrows by days and weeks, Home and End to the ends of the week, PageUp and
 * PageDown by months, with Shift by years; null for other keys. A month that is too short ends earlier.
 */
export function dayByKey(
  day: string,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  first: number,
): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return weekStart(day, first);
    case 'End':
      return addDays(weekStart(day, first), 6);
    case 'PageUp':
      return inMonth(day, addMonths(day.slice(0, 7), shiftKey ? -12 : -1));
    case 'PageDown':
      return inMonth(day, addMonths(day.slice(0, 7), shiftKey ? 12 : 1));
    default:
      return null;
  }
}

/** The same day of another month, or its last one. */
export function inMonth(day: string, month: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
}
