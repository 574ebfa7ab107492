import { offerShift as service } from '../../services/offerShift.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const offerShift: NonNullable<MutationResolvers['offerShift']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
