import { createFacility as service } from '../../services/createFacility.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createFacility: NonNullable<MutationResolvers['createFacility']> = (_parent, { input }, ctx) =>
  service(ctx, input);
