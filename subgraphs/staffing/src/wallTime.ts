import { Temporal } from 'temporal-polyfill';
import type { Weekday } from './types.generated.ts';

const weekdays: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

/** The weekday as the database writes it, 1 for Monday, as a value of the GraphQL enum. */
export function toWeekday(stored: number): Weekday {
  return weekdays[stored - 1]!;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromWeekday(weekday: Weekday): number {
  return weekdays.indexOf(weekday) + 1;
}

/** Minutes after midnight as HH:MM. */
export function toClock(minute: number): string {
  return new Temporal.PlainTime().add({ minutes: minute }).toString({ smallestUnit: 'minute' });
}

/** HH:MM as minutes after midnight; null when it is no time of that form. */
export function fromClock(text: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  const { hour, minute } = Temporal.PlainTime.from(text);
  return hour * 60 + minute;
}

/** The instant at which the clocks of a zone show a time: moved forward when they skip it, the first of two. */
export function instantAt(time: Temporal.PlainDateTime, timeZone: string): Date {
  return new Date(time.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
}
