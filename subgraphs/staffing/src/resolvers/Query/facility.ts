import { loadFacility } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const facility: NonNullable<QueryResolvers['facility']> = (_parent, { id }, ctx) =>
  loadFacility(ctx, id);
