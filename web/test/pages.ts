import { accounts } from '@guildhall/seeds/accounts';
import { seedId } from '@guildhall/seeds/seedId';
import type { Persona } from './signInAs.ts';

/** A page of the app, as somebody sees it. */
export interface PageOfApp {
  readonly name: string;
  readonly path: string;
  /** What it shows last, where that comes after its title. */
  readonly until?: string;
}

const facility = `/f/${accounts.facility.organisationId}`;
const workshop = `/w/${seedId('workshop', 0)}`;

/**
 * Every page of the app, by who sees it: screenshots, axe and the count of scripts go through them. Add each new page,
 * and each state of one that looks different.
 */
export const pages: Readonly<Record<Persona, readonly PageOfApp[]>> = {
  facility: [
    { name: 'week', path: `${facility}/week` },
    { name: 'week-by-agent', path: `${facility}/week?by=agent` },
    { name: 'day', path: `${facility}/week?view=day` },
    { name: 'week-copy', path: `${facility}/week?plan=copy` },
    { name: 'shifts', path: `${facility}/shifts` },
    { name: 'shift-new', path: `${facility}/shifts?new=${new Date().getFullYear() + 1}-01-04` },
    { name: 'agents', path: `${facility}/agents` },
    { name: 'figures', path: `${facility}/figures` },
    { name: 'profile', path: `${facility}/profile` },
    { name: 'forbidden', path: '/s/facilities' },
  ],
  agent: [
    { name: 'shifts', path: '/a/shifts' },
    { name: 'shifts-past', path: '/a/shifts?when=past' },
    { name: 'open', path: '/a/open' },
    { name: 'open-none', path: '/a/open?q=nowhere' },
    { name: 'hours', path: '/a/hours' },
    { name: 'hours-week', path: '/a/hours?by=week' },
    { name: 'profile', path: '/a/profile' },
    { name: 'calendar', path: '/a/calendar' },
    { name: 'console', path: `${workshop}/organize` },
    { name: 'console-requirements', path: `${workshop}/organize/requirements` },
    { name: 'console-organizers', path: `${workshop}/organize/organizers` },
    { name: 'console-details', path: `${workshop}/organize/details` },
    { name: 'facilities', path: '/a/facilities' },
    { name: 'facilities-none', path: '/a/facilities?q=nowhere' },
  ],
  company: [
    { name: 'search', path: '/s' },
    { name: 'search-found', path: '/s?q=elm' },
    { name: 'flags', path: '/s/flags' },
    { name: 'flags-answered', path: '/s/flags?tab=answered' },
    { name: 'people', path: '/s/people' },
    { name: 'person', path: `/s/people/${accounts.agent.personId}` },
    { name: 'organisations', path: '/s/organisations' },
    { name: 'organisation', path: `/s/organisations/${accounts.facility.organisationId}` },
    { name: 'facilities', path: '/s/facilities' },
    { name: 'facility', path: `/s/facilities/${seedId('facility', 0)}` },
    { name: 'agents', path: '/s/agents' },
    { name: 'agent', path: `/s/agents/${seedId('agent', 0)}` },
    { name: 'shifts', path: '/s/shifts' },
    { name: 'shift', path: `/s/shifts/${seedId('shift', 0)}` },
    { name: 'explorer', path: '/s/explorer', until: '.frame[aria-busy="false"] .graphiql-tab' },
    { name: 'not-found', path: '/s/nothing' },
    { name: 'workshop-new', path: '/w/new' },
    { name: 'workshop-draft', path: `/w/${seedId('workshop', 3)}` },
    { name: 'workshop-door', path: `/w/${seedId('workshop', 4)}/door` },
  ],
  member: [
    { name: 'workshops', path: '/w' },
    { name: 'workshops-own', path: '/w/mine' },
    { name: 'workshops-bring', path: '/w/bring' },
    { name: 'workshop-offered', path: workshop },
    { name: 'workshop-sign-up', path: `/w/${seedId('workshop', 1)}` },
    { name: 'workshop-cancelled', path: `/w/${seedId('workshop', 6)}` },
  ],
};

/** The forms in which every page is looked at. */
export const looks = [
  { name: 'light', colorScheme: 'light', isPhone: false },
  { name: 'dark', colorScheme: 'dark', isPhone: false },
  { name: 'phone', colorScheme: 'light', isPhone: true },
] as const;
