import { deleteFacility as service } from '../../services/deleteFacility.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteFacility: NonNullable<MutationResolvers['deleteFacility']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
