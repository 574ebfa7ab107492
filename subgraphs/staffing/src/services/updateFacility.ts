import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Facility } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { UpdateFacilityInput } from '../types.generated.ts';
import { checkFacility, facilityRefusals } from './checkFacility.ts';

export type UpdateFacilityResult =
  { __typename: 'UpdateFacilityPayload'; facility: Facility } | NotFound | InvalidInput;

/** Changes a facility's profile; what is left out stays, and null clears what need not be said. */
export async function updateFacility(
  ctx: Context,
  { id, name, timeZone, ...optional }: UpdateFacilityInput,
): Promise<UpdateFacilityResult> {
  if (!isId(id)) return notFound('facility', id);
  const invalid = checkFacility({ timeZone });
  if (invalid) return invalid;
  return refuse(async () => {
    const [facility] = await ctx.db.facility.updateManyAndReturn({
      where: { id },
      data: { name: name ?? undefined, timeZone: timeZone ?? undefined, ...optional },
    });
    if (!facility) return notFound('facility', id);
    return { __typename: 'UpdateFacilityPayload' as const, facility };
  }, facilityRefusals);
}
