import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { ReopenShiftInput } from '../types.generated.ts';
import type { WantedShift } from './assignmentFindings.ts';
import { changeShift } from './changeShift.ts';
import { checkAssignment } from './checkAssignment.ts';
import { assignmentRefusals } from './shiftRefusals.ts';

/** Takes back that a shift was cancelled, or that its hours were confirmed. */
export async function reopenShift(ctx: Context, { id, keepAgent }: ReopenShiftInput) {
  let wanted: WantedShift | undefined;
  const changed = await changeShift(
    ctx,
    id,
    async (before) => {
      if (before.status === 'completed') return { data: { status: 'assigned' } };
      if (before.status !== 'cancelled') return notPossibleNow(`This shift is ${before.status} already.`);
      if (before.agentId === null || !keepAgent) return { data: { status: 'open', agentId: null } };
      wanted = { ...before, agentId: before.agentId };
      const { refusal, warnings } = await checkAssignment(ctx, wanted);
      return refusal ?? { data: { status: 'assigned' }, warnings };
    },
    assignmentRefusals(ctx, () => wanted!),
  );
  return 'shift' in changed ? { __typename: 'ReopenShiftPayload' as const, ...changed } : changed;
}
