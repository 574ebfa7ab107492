import { loadMembership, loadOrganisation, loadPerson } from '../loaders.ts';
import type { MembershipResolvers } from '../types.generated.ts';

export const Membership: MembershipResolvers = {
  __resolveReference: ({ id }, ctx) => loadMembership(ctx, id),
  person: async ({ personId }, _args, ctx) => {
    const person = await loadPerson(ctx, personId);
    if (!person) throw new Error(`The person of a visible membership is not visible: ${personId}`);
    return person;
  },
  organisation: async ({ organisationId }, _args, ctx) => {
    const organisation = await loadOrganisation(ctx, organisationId);
    if (!organisation) {
      throw new Error(`The organisation of a visible membership is not visible: ${organisationId}`);
    }
    return organisation;
  },
};
