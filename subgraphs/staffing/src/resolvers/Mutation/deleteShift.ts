import { deleteShift as service } from '../../services/deleteShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteShift: NonNullable<MutationResolvers['deleteShift']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
