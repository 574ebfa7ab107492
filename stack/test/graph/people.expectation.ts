import { type Expectation, type Row, signedIn } from './expectation.ts';

const staff = ['company'] as const;
const readers = ['company', 'facility', 'agent', 'member'] as const;
const planners = ['company', 'facility'] as const;

export const expectation: Expectation = {
  rootFields: {
    'Query.me': signedIn,
    'Query.person': readers,
    'Query.people': planners,
    'Query.organisation': readers,
    'Query.organisations': readers,
    'Query.loginClaims': ['identity'],
    'Mutation.createOrganisation': staff,
    'Mutation.updateOrganisation': staff,
    'Mutation.deleteOrganisation': staff,
    'Mutation.createPerson': staff,
    'Mutation.updatePerson': staff,
    'Mutation.deletePerson': staff,
    'Mutation.createMembership': staff,
    'Mutation.deleteMembership': staff,
  },
  types: { Person: signedIn, Contact: signedIn, Membership: signedIn, Organisation: readers },
  fields: { 'Person.history': staff, 'Organisation.history': staff },

  tables: {
    organisation: 'select id, kind, name, created_at as "createdAt" from people.organisation',
    person: 'select id, name, created_at as "createdAt" from people.person',
    login: 'select subject, person_id as "personId" from people.login',
    contact: 'select person_id as "personId", email, phone from people.contact',
    membership:
      'select id, person_id as "personId", organisation_id as "organisationId", role, created_at as "createdAt" from people.membership',
  },

  visible({ persona, personId, organisationId }, all) {
    if (persona === 'company') return all;
    return {
      login: persona === 'identity' ? all['login']! : [],
      organisation: all['organisation']!,
      person: all['person']!,
      contact: all['contact']!.filter((contact) => contact['personId'] === personId),
      membership: all['membership']!.filter(
        (membership) =>
          persona === 'identity' ||
          membership['personId'] === personId ||
          (persona === 'facility' && membership['organisationId'] === organisationId),
      ),
    };
  },

  lists: {
    PersonConnection: { table: 'person', order: 'NAME' },
    OrganisationConnection: { table: 'organisation', order: 'NAME' },
    MembershipConnection: { table: 'membership', order: 'CREATED_AT' },
  },

  filters: {
    'PersonConnection.organisationId': (person, wanted, see) =>
      see['membership']!.some((m) => m['personId'] === person['id'] && m['organisationId'] === wanted),
    'PersonConnection.text': (person, wanted: string, see) => {
      const contact = see['contact']!.find(({ personId }) => personId === person['id']);
      const digits = /^[+\d ().-]+$/.test(wanted) ? wanted.replaceAll(/\D/g, '') : '';
      return (
        [person['name'], contact?.['email']].some((text) =>
          text?.toLowerCase().includes(wanted.toLowerCase()),
        ) ||
        (digits.length >= 4 &&
          (contact?.['phone']?.replaceAll(/\D/g, '').includes(digits.replace(/^0+/, '')) ?? false))
      );
    },
    'OrganisationConnection.kind': (row, wanted: string) => row['kind'] === wanted.toLowerCase(),
  },

  resolve: {
    'Query.me': (_source, _args, { one, viewer }) => one('person', viewer.personId),
    'Query.person': (_source, args, { one }) => one('person', args['id']),
    'Query.people': (_source, _args, { list }) => list('PersonConnection'),
    'Query.organisation': (_source, args, { one }) => one('organisation', args['id']),
    'Query.organisations': (_source, _args, { list }) => list('OrganisationConnection'),
    'Query.loginClaims': (_source, args, { one, see }) => {
      const login = see['login']!.find(({ subject }) => subject === args['subject']);
      const memberships = see['membership']!.filter((m) => login && m['personId'] === login['personId']);
      return memberships.sort(byAge).map((membership) => ({
        membershipId: membership['id'],
        personId: membership['personId'],
        personName: one('person', membership['personId'])!['name'],
        organisationId: membership['organisationId'],
        organisationName: one('organisation', membership['organisationId'])!['name'],
        role: membership['role'],
      }));
    },
    'Person.contact': (person, _args, { see }) =>
      see['contact']!.find((contact) => contact['personId'] === person['id']) ?? null,
    'Person.memberships': (person, _args, { list, see }) =>
      list(
        'MembershipConnection',
        see['membership']!.filter((m) => m['personId'] === person['id']),
      ),
    'Organisation.kind': (organisation) => organisation['kind'].toUpperCase(),
    'Organisation.memberships': (organisation, _args, { list, see }) =>
      list(
        'MembershipConnection',
        see['membership']!.filter((m) => m['organisationId'] === organisation['id']),
      ),
    'Membership.person': (membership, _args, { one }) => one('person', membership['personId']),
    'Membership.organisation': (membership, _args, { one }) =>
      one('organisation', membership['organisationId']),
  },

  notCompared: {
    'Flag.personChanges': 'It is made from history; a test of its own looks at it.',
    'Person.history': 'History is written by the database; tests of its own look at it.',
    'Organisation.history': 'History is written by the database; tests of its own look at it.',
  },
};

function byAge(a: Row, b: Row): number {
  return a['createdAt'] - b['createdAt'] || (a['id'] < b['id'] ? -1 : 1);
}
