import { leaveWorkshop as service } from '../../services/leaveWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const leaveWorkshop: NonNullable<MutationResolvers['leaveWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
