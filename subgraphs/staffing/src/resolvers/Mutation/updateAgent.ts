import { updateAgent as service } from '../../services/updateAgent.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const updateAgent: NonNullable<MutationResolvers['updateAgent']> = (_parent, { input }, ctx) =>
  service(ctx, input);
