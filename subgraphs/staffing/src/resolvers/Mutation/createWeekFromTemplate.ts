import { createWeek } from '../../services/createWeek.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createWeekFromTemplate: NonNullable<MutationResolvers['createWeekFromTemplate']> = async (
  _parent,
  { input },
  ctx,
) => {
  const result = await createWeek(ctx, input);
  return '__typename' in result ? result : { __typename: 'CreateWeekFromTemplatePayload', ...result };
};
