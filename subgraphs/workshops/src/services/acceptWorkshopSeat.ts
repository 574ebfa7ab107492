import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Participant, Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import type { AcceptWorkshopSeatInput } from '../types.generated.ts';
import { changeOwnParticipation } from './changeOwnParticipation.ts';
import { requirementsChanged } from './requirementsChanged.ts';

type Refused = 'requirements' | NonNullable<ReturnType<typeof standsInTheWay>>;

/** Takes the seat that is held for the viewer, who has seen the requirements as they are now. */
export async function acceptWorkshopSeat(ctx: Context, { id, requirementsVersion }: AcceptWorkshopSeatInput) {
  const changed = await changeOwnParticipation<Refused>(ctx, 'acceptWorkshopSeat', id, (own, workshop) => {
    const refused = standsInTheWay(own, workshop);
    if (refused) return { refused };
    if (workshop.requirementsVersion !== requirementsVersion) return { refused: 'requirements' };
    return { data: { status: 'confirmed', acknowledgedVersion: requirementsVersion } };
  });
  if ('participant' in changed) return { __typename: 'AcceptWorkshopSeatPayload' as const, ...changed };
  return changed.refused === 'requirements' ? requirementsChanged(ctx, id) : changed.refused;
}

function standsInTheWay({ status, cancelledBy }: Participant, { startsAt }: Workshop) {
  if (status === 'offered') {
    return startsAt > new Date() ? null : notPossibleNow('The workshop has started.');
  }
  if (status === 'waiting') {
    return notPossibleNow('You are on the waiting list: a seat is held for you when your turn comes.');
  }
  if (status === 'cancelled' && cancelledBy === 'offer_expired') {
    return {
      __typename: 'OfferExpired' as const,
      message:
        'The seat was held for you until its time was up. You can sign up again, at the end of the list.',
    };
  }
  return notPossibleNow(
    status === 'cancelled' ? 'Your participation was cancelled.' : 'You have a seat already.',
  );
}
