import { loadWorkshop } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const workshop: NonNullable<QueryResolvers['workshop']> = (_parent, { id }, ctx) =>
  loadWorkshop(ctx, id);
