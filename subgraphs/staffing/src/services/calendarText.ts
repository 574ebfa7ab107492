import type { Facility, Shift } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';
import ICAL from 'ical.js';
import type { Context } from '../context.ts';
import { describeTimeZone } from '../timeZones.ts';
import { wallTimeAt } from '../wallTime.ts';

// The library counts a continued line without the space that begins it.
ICAL.foldLength = 74;

/** How long past shifts stay in a calendar, in days. */
const pastDays = 90;

/**
 * The shifts of the agent whose calendar it is, by RFC 5545: those of the last 90 days and all to come. A shift
 * that is changed keeps its UID and has a higher SEQUENCE, a cancelled one stays as cancelled, and one that is the
 * agent's no longer is gone.
 *
 * @returns null when the viewer is no calendar program.
 */
export async function calendarText(ctx: Context): Promise<string | null> {
  if (ctx.viewer.role !== 'calendar') return null;
  const shifts = await ctx.db.shift.findMany({
    where: { startsAt: { gte: new Date(Date.now() - pastDays * 24 * 60 * 60_000) } },
    include: { facility: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const calendar = new ICAL.Component('vcalendar');
  const head = {
    prodid: '-//Guildhall//Shifts//EN',
    version: '2.0',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    'x-wr-calname': 'Shifts',
  };
  for (const [name, value] of Object.entries(head)) calendar.addPropertyWithValue(name, value);
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'));
  for (const zone of new Set(shifts.map(({ facility }) => facility.timeZone))) {
    const described = describeTimeZone(zone);
    if (described) calendar.addSubcomponent(described);
  }
  for (const shift of shifts) calendar.addSubcomponent(eventOf(shift));
  // Lines end in CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
}

function eventOf(shift: Shift & { facility: Facility }): ICAL.Component {
  const { facility } = shift;
  const event = new ICAL.Component('vevent');
  const qualification = shift.qualification && qualifications.find(shift.qualification).displayName;
  const description = [
    shift.breakMinutes > 0 && `Break: ${shift.breakMinutes} minutes`,
    shift.note,
    shift.offeredAt && 'You offer this shift to others.',
  ].filter(Boolean);
  const isCancelled = shift.status === 'cancelled';
  const values = {
    uid: `${shift.id}@guildhall`,
    sequence: shift.revision,
    dtstamp: utc(shift.updatedAt),
    'last-modified': utc(shift.updatedAt),
    summary: [facility.name, qualification].filter(Boolean).join(': '),
    ...(facility.address && { location: facility.address }),
    ...(description.length > 0 && { description: description.join('\n') }),
    status: isCancelled ? 'CANCELLED' : 'CONFIRMED',
    transp: isCancelled ? 'TRANSPARENT' : 'OPAQUE',
  };
  for (const [name, value] of Object.entries(values)) event.addPropertyWithValue(name, value);
  addTime(event, 'dtstart', shift.startsAt, facility.timeZone);
  addTime(event, 'dtend', shift.endsAt, facility.timeZone);
  return event;
}

/** By the facility's clocks; in UTC where these show the time twice, since programs differ in which they take. */
function addTime(event: ICAL.Component, name: string, instant: Date, timeZone: string): void {
  const wall = wallTimeAt(instant, timeZone);
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  if (!earlier!.equals(later!) || timeZone === 'UTC') {
    event.addPropertyWithValue(name, utc(instant));
    return;
  }
  const text = wall.toString({ smallestUnit: 'second' });
  event.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(text)).setParameter('tzid', timeZone);
}

function utc(instant: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(instant, true);
}
