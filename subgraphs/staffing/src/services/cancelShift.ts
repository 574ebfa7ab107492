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
    (before) =>
      before.status === 'cancelled'
        ? notPossibleNow('This shift is cancelled already.')
        : { data: { status: 'cancelled', cancellationReason: reason ?? null } },
    shiftRefusals,
  );
  return 'shift' in changed ? { __typename: 'CancelShiftPayload' as const, shift: changed.shift } : changed;
}
