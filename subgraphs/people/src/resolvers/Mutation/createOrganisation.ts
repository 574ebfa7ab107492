import { createOrganisation as service } from '../../services/createOrganisation.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createOrganisation: NonNullable<MutationResolvers['createOrganisation']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
