import { deleteWorkshop as service } from '../../services/deleteWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteWorkshop: NonNullable<MutationResolvers['deleteWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
