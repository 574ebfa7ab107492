import { deleteRotaTemplate as service } from '../../services/deleteRotaTemplate.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteRotaTemplate: NonNullable<MutationResolvers['deleteRotaTemplate']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input.id);
