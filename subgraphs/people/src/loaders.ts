import { loadByKey } from '@guildhall/kit/loadByKey';
import type { Contact, Membership, Organisation, Person } from '@guildhall/prisma/people';
import type { Context } from './context.ts';

/** The person of this id, or null when there is none that the viewer may see. */
export function loadPerson(ctx: Context, id: string) {
  return loadByKey<Person>(ctx, 'person', 'id', id, (ids) =>
    ctx.db.person.findMany({ where: { id: { in: ids } } }),
  );
}

/** The contact data of a person, or null when there is none that the viewer may see. */
export function loadContact(ctx: Context, personId: string) {
  return loadByKey<Contact>(ctx, 'contact', 'personId', personId, (ids) =>
    ctx.db.contact.findMany({ where: { personId: { in: ids } } }),
  );
}

/** The organisation of this id, or null when there is none that the viewer may see. */
export function loadOrganisation(ctx: Context, id: string) {
  return loadByKey<Organisation>(ctx, 'organisation', 'id', id, (ids) =>
    ctx.db.organisation.findMany({ where: { id: { in: ids } } }),
  );
}

/** The membership of this id, or null when there is none that the viewer may see. */
export function loadMembership(ctx: Context, id: string) {
  return loadByKey<Membership>(ctx, 'membership', 'id', id, (ids) =>
    ctx.db.membership.findMany({ where: { id: { in: ids } } }),
  );
}
