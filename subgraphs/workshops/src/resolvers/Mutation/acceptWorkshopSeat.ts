import { acceptWorkshopSeat as service } from '../../services/acceptWorkshopSeat.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const acceptWorkshopSeat: NonNullable<MutationResolvers['acceptWorkshopSeat']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
