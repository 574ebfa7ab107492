import { deleteAgent as service } from '../../services/deleteAgent.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const deleteAgent: NonNullable<MutationResolvers['deleteAgent']> = (_parent, { input }, ctx) =>
  service(ctx, input.id);
