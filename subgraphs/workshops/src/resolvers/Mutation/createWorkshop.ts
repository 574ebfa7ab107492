import { createWorkshop as service } from '../../services/createWorkshop.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createWorkshop: NonNullable<MutationResolvers['createWorkshop']> = (_parent, { input }, ctx) =>
  service(ctx, input);
