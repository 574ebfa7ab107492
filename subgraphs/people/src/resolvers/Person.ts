import { connectionSelection } from '@guildhall/kit/selection';
import { loadContact, loadPerson } from '../loaders.ts';
import { listMemberships } from '../services/listMemberships.ts';
import { recordHistory } from '../services/recordHistory.ts';
import type { PersonResolvers } from '../types.generated.ts';

export const Person: PersonResolvers = {
  __resolveReference: ({ id }, ctx) => loadPerson(ctx, id),
  contact: ({ id }, _args, ctx) => loadContact(ctx, id),
  memberships: ({ id }, args, ctx, info) =>
    listMemberships(ctx, args, connectionSelection(info), { field: 'personId', id }),
  history: ({ id }, args, ctx, info) => recordHistory(ctx, 'person', id, args, connectionSelection(info)),
};
