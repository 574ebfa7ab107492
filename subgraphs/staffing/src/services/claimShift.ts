import { asSystem } from '@guildhall/kit/database';
import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound, notPossibleNow } from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { assignmentFindings, type Finding } from './assignmentFindings.ts';
import { assignmentRefusal, shiftAlreadyTaken, shiftHasStarted } from './assignmentRefusals.ts';
import { ownAgent } from './ownAgent.ts';

/**
 * Takes an open shift, or one that another agent offers, for the agent who asks: of many at once, one has it. As
 * the system, since the agent may change no shift, and has to be told of those that another has taken.
 *
 * An agent's claims come one after the other, so that the limits of rest and hours hold for all of them together.
 */
export async function claimShift(ctx: Context, id: string) {
  if (!isId(id)) return notFound('shift', id);
  const agent = await ownAgent(ctx);
  if (!agent) return notFound('agent', ctx.viewer.personId ?? '');

  const outcome = await refuse(
    () =>
      asSystem(ctx, 'claimShift', async (tx) => {
        await tx.$queryRaw`select from staffing.agent where id = ${agent.id}::uuid for no key update`;
        await tx.$queryRaw`select from staffing.shift where id = ${id}::uuid for update`;
        const shift = await tx.shift.findFirst({ where: { id }, include: { facility: true } });
        if (!shift) return notFound('shift', id);
        const standing = standsInTheWay(shift, agent.id);
        if (standing) return standing;
        if (shift.startsAt <= new Date()) return shiftHasStarted(shift, shift.facility);
        const [finding] = await assignmentFindings(tx, { ...shift, agentId: agent.id });
        if (finding) return { finding };
        const [claimed] = await tx.shift.updateManyAndReturn({
          where: { id },
          data: { agentId: agent.id, status: 'assigned', offeredAt: null },
        });
        return { __typename: 'ClaimShiftPayload' as const, shift: claimed! };
      }),
    {
      // Given to the agent at the same moment, by somebody who plans.
      shift_agent_no_overlap: () =>
        notPossibleNow(
          'You were given another shift at that time just now. Look at your shifts, and try again.',
        ),
    },
  );
  return 'finding' in outcome ? assignmentRefusal(ctx, outcome.finding as Finding) : outcome;
}

function standsInTheWay(shift: Shift, agentId: string) {
  if (shift.agentId === agentId && shift.status === 'assigned') {
    return notPossibleNow('You have this shift already.');
  }
  if (shift.kind === 'placeholder' || shift.status === 'cancelled') {
    return notPossibleNow('This shift does not take place. Look for another one.');
  }
  if (shift.status === 'completed' || (shift.status === 'assigned' && shift.offeredAt === null)) {
    return shiftAlreadyTaken();
  }
  return null;
}
