import { updateShift as service } from '../../services/updateShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateShift: NonNullable<MutationResolvers['updateShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
