import { isId } from '@guildhall/kit/id';
import { notFound, notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadAgent, loadFacility } from '../loaders.ts';
import type { AssignShiftInput } from '../types.generated.ts';
import type { WantedShift } from './assignmentFindings.ts';
import { shiftAlreadyTaken, shiftHasStarted } from './assignmentRefusals.ts';
import { changeShift } from './changeShift.ts';
import { checkAssignment } from './checkAssignment.ts';
import { assignmentRefusals } from './shiftRefusals.ts';

/**
 * Gives a shift to an agent. One that has started is support staff's to give, and one that somebody has is given
 * to another only when that is said.
 */
export async function assignShift(ctx: Context, { id, agentId, reassign }: AssignShiftInput) {
  if (!isId(agentId) || !(await loadAgent(ctx, agentId))) return notFound('agent', agentId);
  let wanted: WantedShift | undefined;
  const changed = await changeShift(
    ctx,
    id,
    async (before) => {
      if (before.kind === 'placeholder')
        return notPossibleNow('A placeholder blocks a slot: nobody can have it.');
      if (before.status !== 'open' && before.status !== 'assigned') {
        return notPossibleNow(`This shift is ${before.status}. Reopen it first.`);
      }
      if (before.agentId !== null && before.agentId !== agentId && !reassign) return shiftAlreadyTaken();
      if (before.startsAt <= new Date() && ctx.viewer.role !== 'company') {
        const facility = await loadFacility(ctx, before.facilityId);
        if (facility) return shiftHasStarted(before, facility);
      }
      wanted = { ...before, agentId };
      const { refusal, warnings } = await checkAssignment(ctx, wanted);
      return refusal ?? { data: { agentId, status: 'assigned' }, warnings };
    },
    assignmentRefusals(ctx, () => wanted!),
  );
  return 'shift' in changed ? { __typename: 'AssignShiftPayload' as const, ...changed } : changed;
}
