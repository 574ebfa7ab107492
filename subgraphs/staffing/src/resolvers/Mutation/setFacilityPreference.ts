import { setFacilityPreference as service } from '../../services/setFacilityPreference.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setFacilityPreference: NonNullable<MutationResolvers['setFacilityPreference']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
