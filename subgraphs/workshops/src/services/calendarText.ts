import { calendarOf } from '@guildhall/kit/calendar';
import type { Workshop } from '@guildhall/prisma/workshops';

/**
 * A workshop as an entry for calendars, by RFC 5545. One that is changed keeps its UID and has a higher SEQUENCE; one
 * that is cancelled says so.
 */
export function calendarText(workshop: Workshop): string {
  return calendarOf('Workshops', [
    {
      ...workshop,
      summary: workshop.title,
      location: workshop.place ?? workshop.link,
      url: workshop.link,
      isCancelled: workshop.status === 'cancelled',
    },
  ]);
}
