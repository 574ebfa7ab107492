import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { describeTimeZone } from './timeZones.ts';

// The library counts a continued line without the space that begins it.
ICAL.foldLength = 74;

/** Something that stands in a calendar. */
export interface CalendarEvent {
  /** The id of its record: the entry keeps its identity by it. */
  readonly id: string;
  /** How often it has changed: a higher one takes the place of a lower. */
  readonly revision: number;
  readonly updatedAt: Date;
  readonly summary: string;
  readonly location?: string | null;
  readonly description?: string | null;
  /** Where it is told of on the web. */
  readonly url?: string | null;
  readonly isCancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
}

/**
 * A calendar as RFC 5545 writes it, with the time zones that it uses.
 *
 * @param name What the calendar is called.
 */
export function calendarOf(name: string, events: readonly CalendarEvent[]): string {
  const calendar = new ICAL.Component('vcalendar');
  const head = {
    prodid: `-//Guildhall//${name}//EN`,
    version: '2.0',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    'x-wr-calname': name,
  };
  for (const [property, value] of Object.entries(head)) calendar.addPropertyWithValue(property, value);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'));
  for (const zone of new Set(events.map(({ timeZone }) => timeZone))) {
    const described = describeTimeZone(zone);
    if (described) calendar.addSubcomponent(described);
  }
  for (const event of events) calendar.addSubcomponent(componentOf(event));
  // Lines end in CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
}

function componentOf(event: CalendarEvent): ICAL.Component {
  const component = new ICAL.Component('vevent');
  const values = {
    uid: `${event.id}@guildhall`,
    sequence: event.revision,
    dtstamp: utc(event.updatedAt),
    'last-modified': utc(event.updatedAt),
    summary: event.summary,
    ...(event.location && { location: event.location }),
    ...(event.description && { description: event.description }),
    ...(event.url && { url: event.url }),
    status: event.isCancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: event.isCancelled ? 'TRANSPARENT' : 'OPAQUE',
  };
  for (const [property, value] of Object.entries(values)) component.addPropertyWithValue(property, value);
  addTime(component, 'dtstart', event.startsAt, event.timeZone);
  addTime(component, 'dtend', event.endsAt, event.timeZone);
  return component;
}

/** By the clocks of its place; in UTC where these show the time twice, since programs differ in which they take. */
function addTime(component: ICAL.Component, name: string, instant: Date, timeZone: string): void {
  const wall = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (!earlier!.equals(later!) || timeZone === 'UTC') {
    component.addPropertyWithValue(name, utc(instant));
    return;
  }
  const text = wall.toString({ smallestUnit: 'second' });
  component.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(text)).setParameter('tzid', timeZone);
}

function utc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}
