import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeOwnShift } from './changeOwnShift.ts';

/** Offers a shift to other agents; it stays its agent's until another claims it. */
export async function offerShift(ctx: Context, id: string) {
  const changed = await changeOwnShift(ctx, 'offerShift', id, ({ offeredAt }) =>
    offeredAt ? notPossibleNow('You offer this shift already.') : { offeredAt: new Date() },
  );
  return 'shift' in changed ? { __typename: 'OfferShiftPayload' as const, ...changed } : changed;
}
