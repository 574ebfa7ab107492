import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { loadFacility } from '../loaders.ts';
import type { AssignmentWarning } from '../types.generated.ts';
import { limitFindings } from './assignmentFindings.ts';
import { assignmentWarning } from './assignmentRefusals.ts';
import { ownAgent } from './ownAgent.ts';

/** How far from a shift another one can be that its rest or its week has to do with. */
const reach = 8 * 24 * 60 * 60_000;

/** The limits that a claim of the agent who asks would go beyond, in the words of the refusal. */
export async function claimWarnings(ctx: Context, shift: Shift): Promise<AssignmentWarning[]> {
  const agent = await ownAgent(ctx);
  if (!agent || shift.agentId === agent.id || shift.kind === 'placeholder') return [];
  const facility = await loadFacility(ctx, shift.facilityId);
  if (!facility) return [];
  const others = await loadOwnShiftsAround(ctx, agent.id, shift.startsAt);
  return Promise.all(
    limitFindings(shift, facility.timeZone, others).map((finding) => assignmentWarning(ctx, finding)),
  );
}

/** The shifts that the agent has around an instant, and maybe more, by start: one statement for those of a whole list. */
async function loadOwnShiftsAround(ctx: Context, agentId: string, instant: Date): Promise<Shift[]> {
  const load = ctx.loader<number, Shift[]>('own shifts around', async (instants) => {
    const shifts = await ctx.db.shift.findMany({
      where: {
        agentId,
        status: { in: ['assigned', 'completed'] },
        startsAt: {
          gte: new Date(Math.min(...instants) - reach),
          lte: new Date(Math.max(...instants) + reach),
        },
      },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    return new Map(instants.map((each) => [each, shifts]));
  });
  return (await load.load(instant.getTime())) ?? [];
}
