import { refuse } from '@guildhall/kit/databaseError';
import type { InvalidInput } from '@guildhall/kit/refusals';
import type { Facility } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { CreateFacilityInput } from '../types.generated.ts';
import { checkFacility, facilityRefusals } from './checkFacility.ts';

export type CreateFacilityResult = { __typename: 'CreateFacilityPayload'; facility: Facility } | InvalidInput;

/** Adds a facility. */
export async function createFacility(
  ctx: Context,
  input: CreateFacilityInput,
): Promise<CreateFacilityResult> {
  const invalid = checkFacility(input);
  if (invalid) return invalid;
  return refuse(
    async () => ({
      __typename: 'CreateFacilityPayload' as const,
      facility: await ctx.db.facility.create({ data: input }),
    }),
    facilityRefusals,
  );
}
