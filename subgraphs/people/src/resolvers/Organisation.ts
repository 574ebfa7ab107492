import { connectionSelection } from '@guildhall/kit/selection';
import { loadOrganisation } from '../loaders.ts';
import { toOrganisationKind } from '../organisationKind.ts';
import { listMemberships } from '../services/listMemberships.ts';
import { recordHistory } from '../services/recordHistory.ts';
import type { OrganisationResolvers } from '../types.generated.ts';

export const Organisation: OrganisationResolvers = {
  __resolveReference: ({ id }, ctx) => loadOrganisation(ctx, id),
  kind: ({ kind }) => toOrganisationKind(kind),
  memberships: ({ id }, args, ctx, info) =>
    listMemberships(ctx, args, connectionSelection(info), { field: 'organisationId', id }),
  history: ({ id }, args, ctx, info) =>
    recordHistory(ctx, 'organisation', id, args, connectionSelection(info)),
};
