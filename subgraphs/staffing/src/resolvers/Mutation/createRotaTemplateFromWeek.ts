import { createRotaTemplateFromWeek as service } from '../../services/createRotaTemplateFromWeek.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createRotaTemplateFromWeek: NonNullable<
  MutationResolvers['createRotaTemplateFromWeek']
> = async (_parent, { input }, ctx) => {
  const result = await service(ctx, input);
  return '__typename' in result ? result : { __typename: 'CreateRotaTemplateFromWeekPayload', ...result };
};
