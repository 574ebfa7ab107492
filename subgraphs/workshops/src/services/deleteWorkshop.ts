import { isId } from '@guildhall/kit/id';
import { notFound, notPossibleNow } from '@guildhall/kit/refusals';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import { notYours } from './changeWorkshop.ts';

/** Deletes a draft, with its requirements and invitations. */
export async function deleteWorkshop(ctx: Context, id: string) {
  const workshop = isId(id) ? await ctx.db.workshop.findFirst({ where: { id } }) : null;
  if (!workshop) return notFound('workshop', id);
  if (!(await canManage(ctx, workshop.id))) return notYours();
  const { count } = await ctx.db.workshop.deleteMany({ where: { id, status: 'draft' } });
  return count > 0
    ? { __typename: 'DeleteWorkshopPayload' as const, id }
    : notPossibleNow('People may have signed up for this workshop: cancel it in place of deleting it.');
}
