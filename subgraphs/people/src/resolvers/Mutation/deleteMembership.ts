import { deleteMembership as service } from '../../services/deleteMembership.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteMembership: NonNullable<MutationResolvers['deleteMembership']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
