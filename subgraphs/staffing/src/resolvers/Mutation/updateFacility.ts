import { updateFacility as service } from '../../services/updateFacility.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateFacility: NonNullable<MutationResolvers['updateFacility']> = (_parent, { input }, ctx) =>
  service(ctx, input);
