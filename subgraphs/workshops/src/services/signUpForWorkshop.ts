import { asSystem } from '@guildhall/kit/database';
import { refuse } from '@guildhall/kit/databaseError';
import { alreadyExists, notFound, notPossibleNow } from '@guildhall/kit/refusals';
import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { loadWorkshop } from '../loaders.ts';
import type { SignUpForWorkshopInput } from '../types.generated.ts';
import { requirementsChanged } from './requirementsChanged.ts';

/**
 * Signs the viewer up. As the system, since nobody writes participations but in the ways that use-cases give them; the
 * database decides whether there is a seat, under the lock of the workshop, and of many at once as many get one as
 * there are.
 */
export async function signUpForWorkshop(ctx: Context, { id, requirementsVersion }: SignUpForWorkshopInput) {
  const { personId } = ctx.viewer;
  const workshop = await loadWorkshop(ctx, id);
  if (personId === null || !workshop) return notFound('workshop', id);
  return refuse(
    () =>
      asSystem(ctx, 'signUpForWorkshop', async (tx) => ({
        __typename: 'SignUpForWorkshopPayload' as const,
        participant: await tx.participant.create({
          data: { workshopId: workshop.id, personId, acknowledgedVersion: requirementsVersion },
        }),
      })),
    {
      participant_workshop_open: async () => notOpen(await ctx.db.workshop.findFirst({ where: { id } })),
      participant_acknowledged_present: () => requirementsChanged(ctx, workshop.id),
      participant_once: twice,
      participant_no_overlap: () => overlapsOther(ctx, personId, workshop),
      participant_workshop_id_fkey: () => notFound('workshop', id),
    },
  );
}

const twice = () => alreadyExists('You have signed up for this workshop already.');

function notOpen(workshop: Workshop | null) {
  const { status } = workshop ?? {};
  if (status === 'draft') return notPossibleNow('This workshop is not published yet.');
  if (status === 'cancelled') return notPossibleNow('This workshop is cancelled. Look for another one.');
  return notPossibleNow('This workshop has started. Look for another one.');
}

async function overlapsOther(ctx: Context, personId: string, { id, startsAt, endsAt }: Workshop) {
  const other = await ctx.db.participant.findFirst({
    where: {
      personId,
      status: { in: ['waiting', 'offered', 'confirmed', 'attended'] },
      startsAt: { lt: endsAt },
      endsAt: { gt: startsAt },
    },
    include: { workshop: true },
    orderBy: { startsAt: 'asc' },
  });
  // The same workshop is found to overlap itself first.
  if (other?.workshopId === id) return twice();
  const what = other ? `“${other.workshop.title}”` : 'another workshop';
  return {
    __typename: 'OverlapsOtherWorkshop' as const,
    message: `You take part in ${what} at that time. Leave it first, or choose another workshop.`,
    otherParticipation: other,
  };
}
