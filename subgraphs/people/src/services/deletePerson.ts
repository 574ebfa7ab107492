import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeletePersonResult = { __typename: 'DeletePersonPayload'; id: string } | NotFound;

/** Deletes a person with contact data, memberships, sign-ins and API keys. */
export async function deletePerson(ctx: Context, id: string): Promise<DeletePersonResult> {
  if (!isId(id)) return notFound('person', id);
  const { count } = await ctx.db.person.deleteMany({ where: { id } });
  if (count === 0) return notFound('person', id);
  return { __typename: 'DeletePersonPayload', id };
}
