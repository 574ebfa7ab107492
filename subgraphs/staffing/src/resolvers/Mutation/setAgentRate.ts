import { setAgentRate as service } from '../../services/setAgentRate.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setAgentRate: NonNullable<MutationResolvers['setAgentRate']> = (_parent, { input }, ctx) =>
  service(ctx, input);
