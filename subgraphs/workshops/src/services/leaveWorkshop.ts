import { type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeOwnParticipation } from './changeOwnParticipation.ts';

/** Gives up the viewer's seat, the one that is held for them, or their place in the waiting list. */
export async function leaveWorkshop(ctx: Context, id: string) {
  const changed = await changeOwnParticipation<NotPossibleNow>(ctx, 'leaveWorkshop', id, (own, workshop) => {
    if (own.status === 'cancelled')
      return { refused: notPossibleNow('You take no part in this workshop any more.') };
    if (workshop.startsAt <= new Date()) {
      return { refused: notPossibleNow('The workshop has started. Tell its organizers.') };
    }
    return { data: { status: 'cancelled', cancelledBy: 'person' } };
  });
  return 'participant' in changed
    ? { __typename: 'LeaveWorkshopPayload' as const, ...changed }
    : changed.refused;
}
