import { createWorkshopRequirement as service } from '../../services/createWorkshopRequirement.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createWorkshopRequirement: NonNullable<MutationResolvers['createWorkshopRequirement']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
