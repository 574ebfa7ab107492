import type { Shift } from '@guildhall/prisma/staffing';
import { asDate } from '../localDay.ts';

/** From when to when something is, for people: `2 Nov 2026, 07:00 – 15:00 (Europe/London)`. */
export function period({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return `${format.formatRange(startsAt, endsAt)} (${timeZone})`;
}

/** An instant, for people: `2 Nov 2026, 07:00 (Europe/London)`. */
export function moment(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return `${format.format(instant)} (${timeZone})`;
}

/** A day, or a first and a last one, for people: `2 Nov 2026`, `2 – 8 Nov 2026`. */
export function days(first: string, last = first): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(asDate(first), asDate(last));
}

/** Hours, for people, down to the whole minute: `10 hours 59 minutes`. */
export function duration(hours: number): string {
  // To the millisecond first: hours are a fraction, and 59.999… minutes would become 59.
  const minutes = Math.floor(Math.round(hours * 3_600_000) / 60_000);
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  const inWords = (said.length > 0 ? said : parts.slice(0, 1)).map(
    ([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  );
  return inWords.join(' ');
}
