import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadParticipant } from '../loaders.ts';
import type { CancelParticipantInput } from '../types.generated.ts';
import { changeParticipant } from './changeParticipant.ts';

/** Cancels somebody's participation; a seat goes to the first of the waiting list, by a trigger. */
export async function cancelParticipant(ctx: Context, { id, reason }: CancelParticipantInput) {
  if ((await loadParticipant(ctx, id))?.status === 'cancelled') {
    return notPossibleNow('This participation is cancelled already.');
  }
  const changed = await changeParticipant(ctx, id, {
    status: 'cancelled',
    cancelledBy: 'organizer',
    cancellationReason: reason ?? null,
  });
  return 'participant' in changed ? { __typename: 'CancelParticipantPayload' as const, ...changed } : changed;
}
