import type { DomainSchema } from '@guildhall/gateway/compose';
import { around } from '../compare.ts';

/**
 * A graph of three domains for benchmarks, with access rules such as those of the real one, and generated answers:
 * 20 facilities and 200 agents that the shifts repeat, as real lists do.
 */
const link = `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.11"
      import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy", "@tag"]
    )
`;

const people = `${link}
  type Query { me: Person @authenticated }
  type Person @key(fields: "id") @authenticated {
    id: ID!
    name: String!
    email: String! @requiresScopes(scopes: [["people:read"]])
  }
  type Organisation @key(fields: "id") @authenticated { id: ID! name: String! city: String! }
`;

const staffing = `${link}
  type Query { shifts(first: Int!): [Shift!]! @requiresScopes(scopes: [["shifts:read"]]) }
  type Shift @key(fields: "id") @requiresScopes(scopes: [["shifts:read"]]) {
    id: ID!
    startsAt: String!
    endsAt: String!
    status: Status!
    note: String
    facility: Facility!
    agent: Agent
  }
  enum Status { OPEN ASSIGNED CANCELLED COMPLETED }
  type Facility @key(fields: "id") @authenticated { id: ID! name: String! timeZone: String! organisation: Organisation! }
  type Agent @key(fields: "id") @authenticated { id: ID! homeArea: String! person: Person! }
  type Organisation @key(fields: "id") @authenticated { id: ID! }
  type Person @key(fields: "id") @authenticated { id: ID! agent: Agent }
`;

const ledger = `${link}
  type Query { currency: String! @authenticated }
  type Shift @key(fields: "id") @requiresScopes(scopes: [["shifts:read"]]) { id: ID! pay: Pay! hours: Float! }
  type Pay @authenticated { amountMinor: Int! currency: String! }
  type Facility @key(fields: "id") @authenticated { id: ID! budget: Pay! }
  type Organisation @key(fields: "id") @authenticated { id: ID! owes: Pay! }
  type Person @key(fields: "id") @authenticated { id: ID! earned: Pay! }
`;

/** The domains' schemas. */
export const schemas: DomainSchema[] = [
  { name: 'ledger', typeDefs: ledger },
  { name: 'people', typeDefs: people },
  { name: 'staffing', typeDefs: staffing },
];

const pay = (n: number) => ({ amountMinor: 1_000 + n * 7, currency: 'GBP' });
const numberOf = (id: string) => Number(id.split('-')[1]);
const person = (n: number) => ({ id: `person-${n}` });
const organisation = (n: number) => ({ id: `organisation-${n}` });
const shift = (n: number) => ({
  id: `shift-${n}`,
  startsAt: `2026-11-${String((n % 28) + 1).padStart(2, '0')}T07:00:00.000Z`,
  endsAt: `2026-11-${String((n % 28) + 1).padStart(2, '0')}T15:30:00.000Z`,
  status: ['OPEN', 'ASSIGNED', 'CANCELLED', 'COMPLETED'][n % 4],
  note: n % 3 === 0 ? `Bring your badge; ask for room ${n} at the “front desk”.` : null,
  facility: facility(n % 20),
  agent: n % 4 === 0 ? null : agent((n * 7) % 200),
});
const facility = (n: number) => ({
  id: `facility-${n}`,
  name: `House ${n}`,
  timeZone: 'Europe/London',
  organisation: organisation(n % 5),
});
const agent = (n: number) => ({ id: `agent-${n}`, homeArea: `Area ${n % 30}`, person: person(n) });

type Reference = { id: string };
const reference = (make: (n: number) => object) => ({
  __resolveReference: ({ id }: Reference) => make(numberOf(id)),
});

/** What the domains answer, made from the ids. */
export const resolvers: Record<string, object> = {
  people: {
    Query: { me: () => person(1) },
    Person: {
      ...reference(person),
      name: ({ id }: Reference) => `Person ${numberOf(id)}`,
      email: ({ id }: Reference) => `${id}@example.org`,
    },
    Organisation: {
      ...reference(organisation),
      name: ({ id }: Reference) => `Institute ${numberOf(id)}`,
      city: ({ id }: Reference) => `City ${numberOf(id)}`,
    },
  },
  staffing: {
    Query: {
      shifts: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_each, n) => shift(n)),
    },
    Shift: reference(shift),
    Facility: reference(facility),
    Agent: reference(agent),
    Organisation: reference(organisation),
    Person: { ...reference(person), agent: ({ id }: Reference) => agent(numberOf(id)) },
  },
  ledger: {
    Query: { currency: () => 'GBP' },
    Shift: {
      ...reference((n) => ({ id: `shift-${n}`, hours: 8.5 })),
      pay: ({ id }: Reference) => pay(numberOf(id)),
    },
    Facility: {
      ...reference((n) => ({ id: `facility-${n}` })),
      budget: ({ id }: Reference) => pay(numberOf(id)),
    },
    Organisation: { ...reference(organisation), owes: ({ id }: Reference) => pay(numberOf(id)) },
    Person: { ...reference(person), earned: ({ id }: Reference) => pay(numberOf(id)) },
  },
};

/** What is asked, and how many shifts of it. */
export const operations = {
  small: {
    lengths: around(6, 5),
    text: `query Small($first: Int!) {
    me { name email earned { amountMinor currency } agent { homeArea } }
    shifts(first: $first) { startsAt endsAt status facility { name organisation { name } } }
    currency
  }`,
  },
  large: {
    lengths: around(150, 20),
    text: `query Large($first: Int!) {
    me { name email earned { amountMinor currency } agent { homeArea person { name } } }
    currency
    shifts(first: $first) {
      id startsAt endsAt status note hours
      pay { amountMinor currency }
      facility { id name timeZone budget { amountMinor currency } organisation { name city owes { amountMinor currency } } }
      agent { homeArea person { id name email earned { amountMinor currency } } }
    }
    upcoming: shifts(first: 20) {
      id startsAt
      facility { name organisation { name } }
      agent { homeArea person { name } }
    }
  }`,
  },
};
