import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, invalidInput, notFound, triggerRefusals } from '@guildhall/kit/refusals';
import type { Participant, Prisma } from '@guildhall/prisma/workshops';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import { notYours } from './changeWorkshop.ts';

type Refusal = ReturnType<typeof notFound | typeof notYours | (typeof triggerRefusals)['GH001']>;

/**
 * Changes somebody's participation as whoever manages the workshop, under the caller's own rights and the lock of the
 * workshop. What comes in which order, and when, is the database's to decide.
 */
export async function changeParticipant(
  ctx: Context,
  id: string,
  data: Prisma.ParticipantUncheckedUpdateManyInput,
): Promise<{ participant: Participant } | Refusal | InvalidInput> {
  const before = isId(id) ? await ctx.db.participant.findFirst({ where: { id } }) : null;
  if (!before) return notFound('participation', id);
  if (!(await canManage(ctx, before.workshopId))) return notYours();
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        await tx.$queryRaw`select from workshops.workshop where id = ${before.workshopId}::uuid for no key update`;
        const [participant] = await tx.participant.updateManyAndReturn({ where: { id }, data });
        return participant ? { participant } : notFound('participation', id);
      }),
    {
      ...triggerRefusals,
      participant_cancellation_reason_fits: () =>
        invalidInput('reason', 'A reason has 1 to 1,000 characters; leave it out for none.'),
    },
  );
}
