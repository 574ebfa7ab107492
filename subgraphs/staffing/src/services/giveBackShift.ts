import { notPossibleNow } from '@guildhall/kit/refusals';
import { qualifications } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';
import { changeOwnShift } from './changeOwnShift.ts';

const hour = 60 * 60_000;

/** Gives a shift back, so that it is open again, as long as there is time to find somebody else. */
export async function giveBackShift(ctx: Context, id: string) {
  const changed = await changeOwnShift(ctx, 'giveBackShift', id, ({ startsAt, qualification }) => {
    const { giveBackHours } = (qualification ? qualifications.find(qualification) : qualifications)
      .parameters;
    if (startsAt.getTime() - Date.now() < giveBackHours * hour) {
      return notPossibleNow(
        `A shift can be given back up to ${giveBackHours} hours before it starts. Offer it to other agents instead, or call the facility.`,
      );
    }
    return { agentId: null, status: 'open' };
  });
  return 'shift' in changed ? { __typename: 'GiveBackShiftPayload' as const, ...changed } : changed;
}
