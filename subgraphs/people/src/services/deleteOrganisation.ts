import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type StillInUse, stillInUse } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteOrganisationResult =
  { __typename: 'DeleteOrganisationPayload'; id: string } | NotFound | StillInUse;

/** Deletes an organisation that nobody belongs to and no API key acts for. */
export async function deleteOrganisation(ctx: Context, id: string): Promise<DeleteOrganisationResult> {
  if (!isId(id)) return notFound('organisation', id);
  return refuse(
    async () => {
      const { count } = await ctx.db.organisation.deleteMany({ where: { id } });
      if (count === 0) return notFound('organisation', id);
      return { __typename: 'DeleteOrganisationPayload' as const, id };
    },
    {
      membership_organisation_id_fkey: () =>
        stillInUse('This organisation still has members. End their memberships first.'),
      api_key_organisation_id_fkey: () =>
        stillInUse('API keys still act for this organisation. Delete them first.'),
    },
  );
}
