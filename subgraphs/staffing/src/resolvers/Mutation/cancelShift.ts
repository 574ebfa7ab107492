import { cancelShift as service } from '../../services/cancelShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const cancelShift: NonNullable<MutationResolvers['cancelShift']> = (_parent, { input }, ctx) =>
  service(ctx, input);
