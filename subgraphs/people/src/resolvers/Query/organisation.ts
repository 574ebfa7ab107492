import { loadOrganisation } from '../../loaders.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const organisation: NonNullable<QueryResolvers['organisation']> = (_parent, { id }, ctx) =>
  loadOrganisation(ctx, id);
