import { updateRotaTemplate as service } from '../../services/updateRotaTemplate.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateRotaTemplate: NonNullable<MutationResolvers['updateRotaTemplate']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
