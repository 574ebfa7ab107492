import type { Table } from '@guildhall/kit/table';
import type { Contact, Membership, Organisation, Person } from '@guildhall/prisma/people';

export const organisationTable: Table<Organisation> = {
  name: 'people.organisation',
  columns: {
    id: ['id', 'uuid'],
    kind: ['kind', 'text'],
    name: ['name', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const personTable: Table<Person> = {
  name: 'people.person',
  columns: {
    id: ['id', 'uuid'],
    name: ['name', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const membershipTable: Table<Membership> = {
  name: 'people.membership',
  columns: {
    id: ['id', 'uuid'],
    personId: ['person_id', 'uuid'],
    organisationId: ['organisation_id', 'uuid'],
    role: ['role', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const contactTable: Table<Contact> = {
  name: 'people.contact',
  columns: {
    personId: ['person_id', 'uuid'],
    email: ['email', 'text'],
    phone: ['phone', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};
