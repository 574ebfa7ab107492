import { dateFormat } from './cachedFormats.ts';
import { zonedInstant } from './zonedInstant.ts';

const dayMs = 86_400_000;

/** The day that it is on a zone's clocks, as `2026-10-24`. */
export const todayIn = (timeZone: string, now = new Date()): string => dayIn(now, timeZone);

/** The day of an instant on a zone's clocks, as `2026-10-24`. */
export function dayIn(instant: Date, timeZone: string): string {
  return dateFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
}

/** The time of an instant on a zone's clocks, as `07:30`. */
export function timeIn(instant: Date, timeZone: string): string {
  return dateFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** A day some days later; earlier by a negative number. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));

/** A day's week by ISO 8601, as `2026-W43`. */
export function weekOf(day: string): string {
  const thursday = addDays(mondayOf(day), 3);
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04`);
  const number = Math.round((Date.parse(mondayOf(day)) - Date.parse(first)) / (7 * dayMs)) + 1;
  return `${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`;
}

/** The Monday of a week such as `2026-W43`; null when the text is no week. */
export function mondayOfWeek(week: string): string | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const monday = addDays(mondayOf(`${match[1]}-01-04`), (Number(match[2]) - 1) * 7);
  return weekOf(monday) === week ? monday : null;
}

/** The seven days from a Monday on. */
export const daysOfWeek = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, n) => addDays(monday, n));

/** How many hours a day has on a zone's clocks: 23 or 25 when they change. */
export function hoursOfDay(day: string, timeZone: string): number {
  const [start, end] = [day, addDays(day, 1)].map((each) => {
    const found = zonedInstant(each, '00:00', timeZone);
    // Where clocks skip midnight, the day begins an hour later.
    if (found.kind === 'skipped') {
      const later = zonedInstant(each, found.to, timeZone);
      return later.kind === 'one' ? later.instant.getTime() : NaN;
    }
    return (found.kind === 'one' ? found.instant : found.first).getTime();
  });
  return Math.round((end! - start!) / 3_600_000);
}
