import { createWeek } from '../../services/createWeek.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const copyWeek: NonNullable<MutationResolvers['copyWeek']> = async (_parent, { input }, ctx) => {
  const result = await createWeek(ctx, input);
  return '__typename' in result ? result : { __typename: 'CopyWeekPayload', ...result };
};
