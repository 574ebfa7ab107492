import { Temporal } from 'temporal-polyfill';
import { wallTimeAt } from './wallTime.ts';

/** The day that the clocks of a time zone show at an instant, as `2026-11-02`. */
export function localDay(instant: Date, timeZone: string): string {
  return wallTimeAt(instant, timeZone).toPlainDate().toString();
}

/** The Monday and the Sunday of the week of a day, as ISO 8601 counts weeks. */
export function weekOf(day: string): { monday: string; sunday: string } {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { monday: monday.toString(), sunday: monday.add({ days: 6 }).toString() };
}

/** A day as Prisma writes dates: its midnight in UTC. */
export function asDate(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** A day as the graph writes it, from how Prisma reads dates. */
export function toLocalDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
