import { markWorkshopHeld as service } from '../../services/markWorkshopHeld.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const markWorkshopHeld: NonNullable<MutationResolvers['markWorkshopHeld']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
