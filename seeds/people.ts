import type { Prisma } from '@guildhall/prisma/people';
import { accounts } from './accounts.ts';
import { madeAt, picksFor } from './generator.ts';
import { counties, firstNames, lastNames } from './names.ts';
import { seedId } from './seedId.ts';
import { size } from './size.ts';

type Organisation = Prisma.OrganisationCreateManyInput & { id: string };
type Person = Prisma.PersonCreateManyInput & { id: string };
type Contact = Prisma.ContactCreateManyInput;
type Membership = Prisma.MembershipCreateManyInput & { id: string };
type Login = Prisma.LoginCreateManyInput;

/** The rows of the domain `people`. */
export interface PeopleScenario {
  organisations: Organisation[];
  persons: Person[];
  contacts: Contact[];
  memberships: Membership[];
  logins: Login[];
}

let built = 0;

/** A facility's organisation; a new one at each call, the same ones in each process. */
export function buildOrganisation(overrides: Partial<Organisation> = {}): Organisation {
  const n = built++;
  const id = seedId('built organisation', n);
  return { id, kind: 'facility', name: organisationName(n), ...madeAt(n), ...overrides };
}

/** A person; a new one at each call, the same ones in each process. */
export function buildPerson(overrides: Partial<Person> = {}): Person {
  const n = built++;
  return { id: seedId('built person', n), name: personName('person', n), ...madeAt(n), ...overrides };
}

/**
 * How to reach a person: an address and a number that reach nobody (RFC 2606 and Ofcom keep them free).
 *
 * @param n Makes the address and the number differ from person to person.
 */
export function buildContact(person: Person, n: number, overrides: Partial<Contact> = {}): Contact {
  const words = person.name
    .normalize('NFD')
    .toLowerCase()
    .match(/[a-z]+/g);
  return {
    personId: person.id,
    email: `${(words ?? ['person']).join('.')}.${n}@example.org`,
    phone: `+44 7700 900${String(n % 1000).padStart(3, '0')}`,
    createdAt: person.createdAt,
    updatedAt: person.createdAt,
    ...overrides,
  };
}

/** A person's place in an organisation; an agent's unless said otherwise. */
export function buildMembership(
  person: Person,
  organisation: Organisation,
  overrides: Partial<Membership> = {},
): Membership {
  return {
    id: seedId(`membership of ${person.id} in ${organisation.id}`, 0),
    personId: person.id,
    organisationId: organisation.id,
    role: 'agent',
    createdAt: person.createdAt,
    updatedAt: person.createdAt,
    ...overrides,
  };
}

/**
 * The company with its staff, the organisations of the facilities with their planners, and the agents.
 *
 * @param scale 1 makes 20 facilities' organisations and 200 agents.
 */
export function peopleScenario(scale: number): PeopleScenario {
  const people: PeopleScenario = {
    organisations: [],
    persons: [],
    contacts: [],
    memberships: [],
    logins: [],
  };
  const company = buildOrganisation({
    id: accounts.company.organisationId,
    kind: 'company',
    name: 'Guildhall',
    ...madeAt(0),
  });
  people.organisations.push(company);

  const join = (kind: string, n: number, role: string, organisation: Organisation, name?: string): Person => {
    const count = people.persons.length;
    const id = seedId(kind, n);
    const person = buildPerson({ id, name: name ?? personName(kind, n), ...madeAt(count) });
    people.persons.push(person);
    people.contacts.push(buildContact(person, count));
    people.memberships.push(buildMembership(person, organisation, { role }));
    return person;
  };

  for (let n = 0; n < 3; n++)
    join('staff', n, 'company', company, n === 0 ? accounts.company.name : undefined);

  let previous: Organisation | undefined;
  for (let n = 0; n < size(20, scale); n++) {
    const id = seedId('organisation', n);
    const organisation = buildOrganisation({ id, name: organisationName(n), ...madeAt(n + 1) });
    people.organisations.push(organisation);
    const planner = join(
      'planner',
      n,
      'facility',
      organisation,
      n === 0 ? accounts.facility.name : undefined,
    );
    // Every fifth planner also plans for the organisation before.
    if (previous && n % 5 === 4)
      people.memberships.push(buildMembership(planner, previous, { role: 'facility' }));
    previous = organisation;
  }

  for (let n = 0; n < size(200, scale); n++)
    join('agent person', n, 'agent', company, n === 0 ? accounts.agent.name : undefined);

  join('member person', 0, 'member', company, accounts.member.name);

  for (const { subject, personId } of Object.values(accounts)) people.logins.push({ subject, personId });
  for (let n = 1; n < size(200, scale); n++)
    people.logins.push({ subject: `local|agent-${n}`, personId: seedId('agent person', n) });
  return people;
}

function personName(kind: string, n: number): string {
  const pick = picksFor(kind, n);
  return `${pick(firstNames)} ${pick(lastNames)}`;
}

function organisationName(n: number): string {
  const pick = picksFor('organisation', n);
  return pick([
    `${pick(lastNames)} Care Group`,
    `${pick(counties)} Health Trust`,
    `${pick(lastNames)} & ${pick(lastNames)} Homes`,
  ]);
}
