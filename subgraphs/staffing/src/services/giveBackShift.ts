import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeOwnShift } from './changeOwnShift.ts';
import { giveBackHours, giveBackUntil } from './giveBackUntil.ts';

/** Gives a shift back, so that it is open again, as long as there is time to find somebody else. */
export async function giveBackShift(ctx: Context, id: string) {
  const changed = await changeOwnShift(ctx, 'giveBackShift', id, (shift) => {
    if (giveBackUntil(shift) < new Date()) {
      return notPossibleNow(
        `A shift can be given back up to ${giveBackHours(shift)} hours before it starts. Offer it to other agents instead, or call the facility.`,
      );
    }
    return { agentId: null, status: 'open' };
  });
  return 'shift' in changed ? { __typename: 'GiveBackShiftPayload' as const, ...changed } : changed;
}
