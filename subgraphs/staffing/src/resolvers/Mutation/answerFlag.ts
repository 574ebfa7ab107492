import { answerFlag as service } from '../../services/answerFlag.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const answerFlag: NonNullable<MutationResolvers['answerFlag']> = (_parent, { input }, ctx) =>
  service(ctx, input);
