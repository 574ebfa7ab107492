import { clearFacilityPreference as service } from '../../services/clearFacilityPreference.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const clearFacilityPreference: NonNullable<MutationResolvers['clearFacilityPreference']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
