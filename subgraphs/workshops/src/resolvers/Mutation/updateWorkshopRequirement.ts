import { updateWorkshopRequirement as service } from '../../services/updateWorkshopRequirement.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateWorkshopRequirement: NonNullable<MutationResolvers['updateWorkshopRequirement']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
