import { connectionSelection } from '@guildhall/kit/selection';
import { listFacilities } from '../services/listFacilities.ts';
import type { OrganisationResolvers } from '../types.generated.ts';

export const Organisation: OrganisationResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  facilities: ({ id }, args, ctx, info) =>
    listFacilities(ctx, args, connectionSelection(info), { field: 'organisationId', id }),
};
