import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { CancelShiftInput } from '../types.generated.ts';
import { changeShift } from './changeShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

/** Cancels a shift; who had it stays named, so that it can be given back to them. */
export async function cancelShift(ctx: Context, { id, reason }: CancelShiftInput) {
  const changed = await changeShift(
    ctx,
    id,
    (before) => {
      if (before.status === 'cancelled') return notPossibleNow('This shift is cancelled already.');
      if (before.status === 'completed') {
        return notPossibleNow(
          'The hours of this shift are confirmed, so it took place. Support staff can take that back first.',
        );
      }
      return { data: { status: 'cancelled', cancellationReason: reason ?? null } };
    },
    shiftRefusals,
  );
  return 'shift' in changed ? { __typename: 'CancelShiftPayload' as const, shift: changed.shift } : changed;
}
