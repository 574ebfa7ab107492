import { deleteWorkshopRequirement as service } from '../../services/deleteWorkshopRequirement.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteWorkshopRequirement: NonNullable<MutationResolvers['deleteWorkshopRequirement']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
