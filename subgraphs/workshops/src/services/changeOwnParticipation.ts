import { asSystem } from '@guildhall/kit/database';
import { refuse } from '@guildhall/kit/databaseError';
import { type NotFound, notFound, type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Participant, Prisma, Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { loadWorkshop } from '../loaders.ts';

type Outcome<Refused> = { participant: Participant } | { refused: Refused | NotFound | NotPossibleNow };

/**
 * Changes the viewer's participation in a workshop, under the lock of the workshop, after offers that have run out were
 * ended. As the system, since nobody writes participations but in the ways that use-cases give them.
 *
 * @param decide What to change of the one in force, or else the latest; or why not, as a value of any kind.
 */
export async function changeOwnParticipation<Refused>(
  ctx: Context,
  useCase: string,
  workshopId: string,
  decide: (
    own: Participant,
    workshop: Workshop,
  ) => { data: Prisma.ParticipantUncheckedUpdateManyInput } | { refused: Refused },
): Promise<Outcome<Refused>> {
  const { personId } = ctx.viewer;
  const visible = await loadWorkshop(ctx, workshopId);
  if (personId === null || !visible) return { refused: notFound('workshop', workshopId) };
  return refuse(
    () =>
      asSystem(ctx, useCase, async (tx): Promise<Outcome<Refused>> => {
        await tx.$executeRaw`select workshops.settle_seats(${visible.id}::uuid)`;
        await tx.$queryRaw`select from workshops.workshop where id = ${visible.id}::uuid for no key update`;
        const workshop = await tx.workshop.findFirstOrThrow({ where: { id: visible.id } });
        const all = await tx.participant.findMany({
          where: { workshopId: visible.id, personId },
          orderBy: { place: 'desc' },
        });
        const own = all.find(({ status }) => status !== 'cancelled') ?? all[0];
        if (!own) return { refused: notPossibleNow('You have not signed up for this workshop.') };
        const decided = decide(own, workshop);
        if ('refused' in decided) return decided;
        const [participant] = await tx.participant.updateManyAndReturn({
          where: { id: own.id },
          data: decided.data,
        });
        return { participant: participant! };
      }),
    { GH001: ({ message }) => ({ refused: notPossibleNow(message) }) },
  );
}
