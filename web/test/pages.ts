import { accounts } from '@guildhall/seeds/accounts';
import type { Persona } from './signInAs.ts';

/** A page of the app, as somebody sees it. */
export interface PageOfApp {
  readonly name: string;
  readonly path: string;
}

const facility = `/f/${accounts.facility.organisationId}`;

/**
 * Every page of the app, by who sees it: screenshots, axe and the count of scripts go through them. Add each new page,
 * and each state of one that looks different.
 */
export const pages: Readonly<Record<Persona, readonly PageOfApp[]>> = {
  facility: [
    { name: 'week', path: `${facility}/week` },
    { name: 'week-by-agent', path: `${facility}/week?by=agent` },
    { name: 'week-copy', path: `${facility}/week?plan=copy` },
    { name: 'shifts', path: `${facility}/shifts` },
    { name: 'shift-new', path: `${facility}/shifts?new=2027-01-04` },
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
    { name: 'facilities', path: '/a/facilities' },
    { name: 'facilities-none', path: '/a/facilities?q=nowhere' },
  ],
  company: [
    { name: 'facilities', path: '/s/facilities' },
    { name: 'not-found', path: '/s/nothing' },
  ],
};

/** The forms in which every page is looked at. */
export const looks = [
  { name: 'light', colorScheme: 'light', isPhone: false },
  { name: 'dark', colorScheme: 'dark', isPhone: false },
  { name: 'phone', colorScheme: 'light', isPhone: true },
] as const;
