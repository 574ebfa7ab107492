import { calendarOf } from '@guildhall/kit/calendar';
import type { Facility, Shift } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';

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
  return calendarOf('Shifts', shifts.map(eventOf));
}

function eventOf(shift: Shift & { facility: Facility }) {
  const { facility } = shift;
  const qualification = shift.qualification && qualifications.find(shift.qualification).displayName;
  const description = [
    shift.breakMinutes > 0 && `Break: ${shift.breakMinutes} minutes`,
    shift.note,
    shift.offeredAt && 'You offer this shift to others.',
  ].filter(Boolean);
  return {
    ...shift,
    summary: [facility.name, qualification].filter(Boolean).join(': '),
    location: facility.address,
    description: description.join('\n'),
    isCancelled: shift.status === 'cancelled',
    timeZone: facility.timeZone,
  };
}
