import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import {
  type NotFound,
  notFound,
  type NotPermitted,
  notPermitted,
  type NotPossibleNow,
  notPossibleNow,
} from '@guildhall/kit/refusals';
import type { Prisma, Workshop } from '@guildhall/prisma/workshops';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';

const mostAttempts = 20;

type WorkshopChange = { readonly data: Prisma.WorkshopUncheckedUpdateManyInput };

/** Said to who sees a workshop and does not manage it. */
export const notYours = () =>
  notPermitted('This workshop is managed by its organizers. Ask one of them, or support staff.');

/**
 * Changes a workshop by what it is: read, decided and written, and decided anew when somebody else changed it in
 * between. Under the caller's own rights.
 *
 * @param decide What to change, or why not.
 * @param refusals What to answer for what the database refuses.
 */
export async function changeWorkshop<
  Decided extends WorkshopChange | { readonly __typename: string },
  Refusals extends Parameters<typeof refuse>[1],
>(
  ctx: Context,
  id: string,
  decide: (before: Workshop) => Decided,
  refusals: Refusals,
): Promise<
  | { workshop: Workshop }
  | Exclude<Decided, WorkshopChange>
  | NotFound
  | NotPermitted
  | NotPossibleNow
  | Awaited<ReturnType<Refusals[keyof Refusals]>>
> {
  if (!isId(id)) return notFound('workshop', id);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const before = await ctx.db.workshop.findFirst({ where: { id } });
    if (!before) return notFound('workshop', id);
    if (!(await canManage(ctx, before.id))) return notYours();
    const decided = decide(before);
    if (!('data' in decided)) return decided as Exclude<Decided, WorkshopChange>;
    const written = await refuse(async () => {
      const { count } = await ctx.db.workshop.updateMany({
        where: { id, revision: before.revision },
        data: decided.data,
      });
      return count;
    }, refusals);
    if (typeof written !== 'number') return written;
    // Read anew: seats that it gave away were counted after it was written.
    const after = written > 0 ? await ctx.db.workshop.findFirst({ where: { id } }) : null;
    if (after) return { workshop: after };
  }
  return notPossibleNow('Others keep changing this workshop. Look at it again in a moment.');
}
