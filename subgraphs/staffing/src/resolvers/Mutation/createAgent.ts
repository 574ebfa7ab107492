import { createAgent as service } from '../../services/createAgent.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const createAgent: NonNullable<MutationResolvers['createAgent']> = (_parent, { input }, ctx) =>
  service(ctx, input.personId);
