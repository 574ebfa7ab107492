import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound, notPossibleNow } from '@guildhall/kit/refusals';
import type { TransactionOf } from '@guildhall/kit/database';
import type { PrismaClient, Workshop, WorkshopRequirement } from '@guildhall/prisma/workshops';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import { notYours } from './changeWorkshop.ts';
import { requirementRefusals } from './requirementRefusals.ts';

/**
 * Ends a requirement, so that it is in no version from now on, and puts something in its place.
 *
 * @param replace What to put in its place, in the same transaction.
 */
export async function changeRequirement<Result>(
  ctx: Context,
  id: string,
  replace: (tx: TransactionOf<PrismaClient>, before: WorkshopRequirement) => Promise<Result>,
) {
  const before = isId(id) ? await ctx.db.workshopRequirement.findFirst({ where: { id } }) : null;
  if (!before) return notFound('requirement', id);
  if (!(await canManage(ctx, before.workshopId))) return notYours();
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        // Any number moves it: the trigger says which version it is.
        const { count } = await tx.workshopRequirement.updateMany({
          where: { id, untilVersion: null },
          data: { untilVersion: before.sinceVersion + 1 },
        });
        if (count === 0)
          return notPossibleNow('This requirement has ended or changed already. Look at them again.');
        const result = await replace(tx, before);
        const workshop: Workshop = await tx.workshop.findFirstOrThrow({ where: { id: before.workshopId } });
        return { result, workshop };
      }),
    requirementRefusals,
  );
}
