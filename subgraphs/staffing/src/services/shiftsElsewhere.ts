import { asSystem } from '@guildhall/kit/database';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { DraftShift, DraftWeek } from '../rotaPlan.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A shift at another facility that an agent of the draft has at the same time. */
export interface ShiftElsewhere extends Pick<Shift, 'id' | 'agentId' | 'startsAt' | 'endsAt'> {
  /** Where it is; null when the caller may not see it. */
  readonly place: { readonly name: string; readonly timeZone: string } | null;
}

/**
 * The shifts at other facilities that the agents of a draft have at the same time. As system, since who plans for
 * one facility sees no shifts of others: an agent would be planned twice. It tells when such a shift is, and where
 * only when the caller may see it. The draft is made from what the caller sees, the facility included.
 */
export async function shiftsElsewhere(ctx: Context, draft: DraftWeek): Promise<ShiftElsewhere[]> {
  const assigned = draft.shifts.filter(({ agentId }) => agentId !== null);
  if (assigned.length === 0) return [];
  const found = await asSystem(ctx, 'shiftsElsewhere', (tx) =>
    tx.shift.findMany({
      where: {
        agentId: { in: [...new Set(assigned.map(({ agentId }) => agentId!))] },
        facilityId: { not: draft.facility.id },
        status: { in: ['assigned', 'completed'] },
        startsAt: startsAround(assigned),
      },
      select: { id: true, agentId: true, startsAt: true, endsAt: true },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const inTheWay = found.filter((other) => assigned.some((shift) => isSameAgentAtOnce(shift, other)));
  if (inTheWay.length === 0) return [];
  const visible = await ctx.db.shift.findMany({
    where: { id: { in: inTheWay.map(({ id }) => id) } },
    select: { id: true, facility: { select: { name: true, timeZone: true } } },
  });
  const places = new Map(visible.map(({ id, facility }) => [id, facility]));
  return inTheWay.map((other) => ({ ...other, place: places.get(other.id) ?? null }));
}

/** Where a shift starts that is at the same time as one of these: no shift lasts longer than a day. */
export function startsAround(shifts: readonly DraftShift[]): { gt: Date; lt: Date } {
  const starts = shifts.map(({ startsAt }) => startsAt.getTime());
  const ends = shifts.map(({ endsAt }) => endsAt.getTime());
  return { gt: new Date(Math.min(...starts) - dayMilliseconds), lt: new Date(Math.max(...ends)) };
}

type Period = Pick<Shift, 'agentId' | 'startsAt' | 'endsAt'>;

/** Whether two shifts of one agent overlap; those that touch do not. */
export function isSameAgentAtOnce(a: Period, b: Period): boolean {
  return a.agentId !== null && a.agentId === b.agentId && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
