import type { Shift } from '@guildhall/prisma/staffing';

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
