import { loadByKey } from '@guildhall/kit/loadByKey';
import type { Context } from './context.ts';
import { contactTable, membershipTable, organisationTable, personTable } from './tables.ts';

/** The person of this id, or null when there is none that the viewer may see. */
export function loadPerson(ctx: Context, id: string) {
  return loadByKey(ctx, personTable, 'id', id);
}

/** The contact data of a person, or null when there is none that the viewer may see. */
export function loadContact(ctx: Context, personId: string) {
  return loadByKey(ctx, contactTable, 'personId', personId);
}

/** The organisation of this id, or null when there is none that the viewer may see. */
export function loadOrganisation(ctx: Context, id: string) {
  return loadByKey(ctx, organisationTable, 'id', id);
}

/** The membership of this id, or null when there is none that the viewer may see. */
export function loadMembership(ctx: Context, id: string) {
  return loadByKey(ctx, membershipTable, 'id', id);
}
