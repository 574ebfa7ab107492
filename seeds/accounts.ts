import { seedId } from './seedId.ts';

/** A seeded person to sign in as. */
export interface Account {
  /** The subject at the local identity provider. */
  subject: string;
  personId: string;
  /** The organisation of the membership that carries the persona's role. */
  organisationId: string;
  name: string;
}

/** One account for each persona whose domain exists; the same at every scale. */
export const accounts = {
  company: {
    subject: 'local|company',
    personId: seedId('staff', 0),
    organisationId: seedId('company', 0),
    name: 'Cora Whitfield',
  },
  /** Plans the shifts of the first seeded facility. */
  facility: {
    subject: 'local|facility',
    personId: seedId('planner', 0),
    organisationId: seedId('organisation', 0),
    name: 'Finn Hartley',
  },
  /** Works mostly at that facility, and organizes workshops. */
  agent: {
    subject: 'local|agent',
    personId: seedId('agent person', 0),
    organisationId: seedId('company', 0),
    name: 'Ada Nkemelu',
  },
  /** Takes part in workshops; a seat in one is held for them. */
  member: {
    subject: 'local|member',
    personId: seedId('member person', 0),
    organisationId: seedId('company', 0),
    name: 'Mia Lindqvist',
  },
} as const satisfies Record<string, Account>;
