import { claimShift as service } from '../../services/claimShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const claimShift: NonNullable<MutationResolvers['claimShift']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
