import { updateOrganisation as service } from '../../services/updateOrganisation.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateOrganisation: NonNullable<MutationResolvers['updateOrganisation']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
