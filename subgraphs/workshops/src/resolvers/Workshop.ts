import { loadWorkshop } from '../loaders.ts';
import type { WorkshopResolvers } from '../types.generated.ts';

export const Workshop: WorkshopResolvers = {
  __resolveReference: ({ id }, ctx) => loadWorkshop(ctx, id),
  organisation: ({ organisationId }) => ({ id: organisationId }),
};
