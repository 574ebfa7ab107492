import { refuse } from '@guildhall/kit/databaseError';
import type { InvalidInput } from '@guildhall/kit/refusals';
import type { Organisation } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import { fromOrganisationKind } from '../organisationKind.ts';
import type { CreateOrganisationInput } from '../types.generated.ts';
import { organisationRefusals } from './organisationRefusals.ts';

export type CreateOrganisationResult =
  { __typename: 'CreateOrganisationPayload'; organisation: Organisation } | InvalidInput;

/** Adds an organisation. */
export async function createOrganisation(
  ctx: Context,
  { kind, name }: CreateOrganisationInput,
): Promise<CreateOrganisationResult> {
  return refuse(
    async () => ({
      __typename: 'CreateOrganisationPayload' as const,
      organisation: await ctx.db.organisation.create({ data: { kind: fromOrganisationKind(kind), name } }),
    }),
    organisationRefusals,
  );
}
