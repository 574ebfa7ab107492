import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteMembershipResult = { __typename: 'DeleteMembershipPayload'; id: string } | NotFound;

/** Ends a membership; access tokens that were issued for it live on until they expire. */
export async function deleteMembership(ctx: Context, id: string): Promise<DeleteMembershipResult> {
  if (!isId(id)) return notFound('membership', id);
  const { count } = await ctx.db.membership.deleteMany({ where: { id } });
  if (count === 0) return notFound('membership', id);
  return { __typename: 'DeleteMembershipPayload', id };
}
