import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { MoveFacilityInput } from '../types.generated.ts';
import { checkFacility } from './checkFacility.ts';

/** Puts a facility under another organisation; its shifts follow by a trigger. */
export async function moveFacility(ctx: Context, { id, organisationId }: MoveFacilityInput) {
  if (!isId(id)) return notFound('facility', id);
  const invalid = checkFacility({ organisationId });
  if (invalid) return invalid;
  const [facility] = await ctx.db.facility.updateManyAndReturn({ where: { id }, data: { organisationId } });
  if (!facility) return notFound('facility', id);
  return { __typename: 'MoveFacilityPayload' as const, facility };
}
