import { moveFacility as service } from '../../services/moveFacility.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const moveFacility: NonNullable<MutationResolvers['moveFacility']> = (_parent, { input }, ctx) =>
  service(ctx, input);
