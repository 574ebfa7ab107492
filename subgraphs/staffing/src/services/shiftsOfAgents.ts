import { asSystem } from '@guildhall/kit/database';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { DraftShift, DraftWeek } from '../rotaPlan.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** How far from a shift another one can be that its rest or its week has to do with. */
const reachDays = 8;

/** A shift that an agent of the draft has. */
export interface ShiftOfAgent extends Pick<
  Shift,
  'id' | 'facilityId' | 'agentId' | 'startsAt' | 'endsAt' | 'startsOn' | 'qualification' | 'breakMinutes'
> {
  /** Where it is; null when the caller may not see it. */
  readonly place: { readonly name: string; readonly timeZone: string } | null;
}

/**
 * The shifts that the agents of a draft have around its week, by start. As system, since who plans for one facility
 * sees no shifts of others: an agent would be planned twice, or without rest. It tells when such a shift is, and where
 * only when the caller may see it. The draft is made from what the caller sees, the facility included.
 */
export async function shiftsOfAgents(ctx: Context, { facility, shifts }: DraftWeek): Promise<ShiftOfAgent[]> {
  const assigned = shifts.filter(({ agentId }) => agentId !== null);
  if (assigned.length === 0) return [];
  const found = await asSystem(ctx, 'shiftsOfAgents', (tx) =>
    tx.shift.findMany({
      where: {
        agentId: { in: [...new Set(assigned.map(({ agentId }) => agentId!))] },
        status: { in: ['assigned', 'completed'] },
        startsAt: startsAround(assigned, reachDays),
      },
      select: {
        id: true,
        facilityId: true,
        agentId: true,
        startsAt: true,
        endsAt: true,
        startsOn: true,
        qualification: true,
        breakMinutes: true,
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const elsewhere = found.filter(({ facilityId }) => facilityId !== facility.id);
  const visible =
    elsewhere.length === 0
      ? []
      : await ctx.db.shift.findMany({
          where: { id: { in: elsewhere.map(({ id }) => id) } },
          select: { id: true, facility: { select: { name: true, timeZone: true } } },
        });
  const places = new Map(visible.map(({ id, facility: place }) => [id, place]));
  return found.map((shift) => ({
    ...shift,
    place: shift.facilityId === facility.id ? facility : (places.get(shift.id) ?? null),
  }));
}

/** Where a shift starts that is at the same time as one of these, or so many days away: none lasts longer than a day. */
export function startsAround(shifts: readonly DraftShift[], daysAway = 0): { gt: Date; lt: Date } {
  const starts = shifts.map(({ startsAt }) => startsAt.getTime());
  const ends = shifts.map(({ endsAt }) => endsAt.getTime());
  return {
    gt: new Date(Math.min(...starts) - (1 + daysAway) * dayMilliseconds),
    lt: new Date(Math.max(...ends) + daysAway * dayMilliseconds),
  };
}

type Period = Pick<Shift, 'agentId' | 'startsAt' | 'endsAt'>;

/** Whether two shifts of one agent overlap; those that touch do not. */
export function isSameAgentAtOnce(a: Period, b: Period): boolean {
  return a.agentId !== null && a.agentId === b.agentId && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
