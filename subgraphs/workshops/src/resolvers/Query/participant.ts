import { loadParticipant } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const participant: NonNullable<QueryResolvers['participant']> = (_parent, { id }, ctx) =>
  loadParticipant(ctx, id);
