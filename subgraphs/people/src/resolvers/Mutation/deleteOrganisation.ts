import { deleteOrganisation as service } from '../../services/deleteOrganisation.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteOrganisation: NonNullable<MutationResolvers['deleteOrganisation']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
