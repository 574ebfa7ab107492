import { updateWorkshop as service } from '../../services/updateWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateWorkshop: NonNullable<MutationResolvers['updateWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input);
