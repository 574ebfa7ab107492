import { createRotaTemplate as service } from '../../services/createRotaTemplate.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createRotaTemplate: NonNullable<MutationResolvers['createRotaTemplate']> = async (
  _parent,
  { input },
  ctx,
) => {
  const result = await service(ctx, input);
  return '__typename' in result ? result : { __typename: 'CreateRotaTemplatePayload', ...result };
};
