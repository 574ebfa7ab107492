import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { ConfirmShiftInput } from '../types.generated.ts';
import { plannedMinutes } from './assignmentFindings.ts';
import { changeShift } from './changeShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

/** Confirms the hours of a shift that was worked; as planned when they are not given. */
export async function confirmShift(ctx: Context, { id, workedMinutes }: ConfirmShiftInput) {
  const changed = await changeShift(
    ctx,
    id,
    (before) =>
      before.status === 'assigned'
        ? { data: { status: 'completed', workedMinutes: workedMinutes ?? plannedMinutes(before) } }
        : notPossibleNow(
            before.status === 'completed'
              ? 'The hours of this shift are confirmed already.'
              : `This shift is ${before.status}, so nobody worked it.`,
          ),
    shiftRefusals,
  );
  return 'shift' in changed ? { __typename: 'ConfirmShiftPayload' as const, shift: changed.shift } : changed;
}
