import { cancelWorkshop as service } from '../../services/cancelWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const cancelWorkshop: NonNullable<MutationResolvers['cancelWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input);
