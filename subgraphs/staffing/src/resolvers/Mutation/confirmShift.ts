import { confirmShift as service } from '../../services/confirmShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const confirmShift: NonNullable<MutationResolvers['confirmShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
