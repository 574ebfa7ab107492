import { withdrawShiftOffer as service } from '../../services/withdrawShiftOffer.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const withdrawShiftOffer: NonNullable<MutationResolvers['withdrawShiftOffer']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
