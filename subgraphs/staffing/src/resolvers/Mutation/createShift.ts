import { createShift as service } from '../../services/createShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createShift: NonNullable<MutationResolvers['createShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
