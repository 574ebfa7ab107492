import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { loadFacility } from '../loaders.ts';

/** The values that a shift was to have when the database refused it. */
export interface WantedShift {
  id?: string;
  facilityId: string;
  agentId: string | null;
  startsAt: Date;
  endsAt: Date;
}

export interface OverlapsOtherShift {
  readonly __typename: 'OverlapsOtherShift';
  readonly message: string;
  readonly otherShift: Shift | null;
}

/** Finds the shift that stands in the way, and says where and when it is, in its facility's time zone. */
export async function overlapsOtherShift(ctx: Context, wanted: WantedShift): Promise<OverlapsOtherShift> {
  const shift = await ctx.db.shift.findFirst({
    where: {
      id: { not: wanted.id },
      agentId: wanted.agentId,
      status: { in: ['assigned', 'completed'] },
      startsAt: { lt: wanted.endsAt },
      endsAt: { gt: wanted.startsAt },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const facility = shift && (await loadFacility(ctx, shift.facilityId));
  return {
    __typename: 'OverlapsOtherShift',
    message:
      shift && facility
        ? `This agent has another shift at ${facility.name}, ${period(shift, facility.timeZone)}. Choose another agent or time.`
        : 'This agent has another shift at that time. Choose another agent or time.',
    otherShift: shift,
  };
}

/** When a shift is, for people. */
export function period({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return `${format.formatRange(startsAt, endsAt)} (${timeZone})`;
}
