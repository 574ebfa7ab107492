import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeOwnShift } from './changeOwnShift.ts';

/** Takes back that a shift is offered to others. */
export async function withdrawShiftOffer(ctx: Context, id: string) {
  const changed = await changeOwnShift(ctx, 'withdrawShiftOffer', id, ({ offeredAt }) =>
    offeredAt ? { offeredAt: null } : notPossibleNow('You do not offer this shift.'),
  );
  return 'shift' in changed ? { __typename: 'WithdrawShiftOfferPayload' as const, ...changed } : changed;
}
