import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Organisation } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import { fromOrganisationKind } from '../organisationKind.ts';
import type { UpdateOrganisationInput } from '../types.generated.ts';
import { organisationRefusals } from './organisationRefusals.ts';

export type UpdateOrganisationResult =
  { __typename: 'UpdateOrganisationPayload'; organisation: Organisation } | NotFound | InvalidInput;

/** Changes an organisation; what is left out, or null, stays. */
export async function updateOrganisation(
  ctx: Context,
  { id, kind, name }: UpdateOrganisationInput,
): Promise<UpdateOrganisationResult> {
  if (!isId(id)) return notFound('organisation', id);
  return refuse(async () => {
    const [organisation] = await ctx.db.organisation.updateManyAndReturn({
      where: { id },
      data: { kind: kind ? fromOrganisationKind(kind) : undefined, name: name ?? undefined },
    });
    if (!organisation) return notFound('organisation', id);
    return { __typename: 'UpdateOrganisationPayload' as const, organisation };
  }, organisationRefusals);
}
