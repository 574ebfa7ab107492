import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeShift } from './changeShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

/** Takes a shift from its agent, so that it is open again. */
export async function unassignShift(ctx: Context, id: string) {
  const changed = await changeShift(
    ctx,
    id,
    (before) =>
      before.status === 'assigned'
        ? { data: { agentId: null, status: 'open' } }
        : notPossibleNow(`This shift is ${before.status}, so there is nobody to take it from.`),
    shiftRefusals,
  );
  return 'shift' in changed ? { __typename: 'UnassignShiftPayload' as const, shift: changed.shift } : changed;
}
