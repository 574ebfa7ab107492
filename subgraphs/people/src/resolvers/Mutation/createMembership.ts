import { createMembership as service } from '../../services/createMembership.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createMembership: NonNullable<MutationResolvers['createMembership']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
