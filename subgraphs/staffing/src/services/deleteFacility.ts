import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type StillInUse, stillInUse } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteFacilityResult =
  { __typename: 'DeleteFacilityPayload'; id: string } | NotFound | StillInUse;

/** Deletes a facility that has no shifts. */
export async function deleteFacility(ctx: Context, id: string): Promise<DeleteFacilityResult> {
  if (!isId(id)) return notFound('facility', id);
  return refuse(
    async () => {
      const { count } = await ctx.db.facility.deleteMany({ where: { id } });
      if (count === 0) return notFound('facility', id);
      return { __typename: 'DeleteFacilityPayload' as const, id };
    },
    {
      shift_facility_id_fkey: () =>
        stillInUse('This facility still has shifts. Delete them first, past ones included.'),
    },
  );
}
