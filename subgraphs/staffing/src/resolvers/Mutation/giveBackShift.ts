import { giveBackShift as service } from '../../services/giveBackShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const giveBackShift: NonNullable<MutationResolvers['giveBackShift']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
