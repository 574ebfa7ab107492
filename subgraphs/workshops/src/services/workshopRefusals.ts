import { invalidInput, notPossibleNow, triggerRefusals } from '@guildhall/kit/refusals';
import type { LastOrganizer } from '../types.generated.ts';

/** What the checks of `workshops.workshop` refuse of a workshop's own values, in words. */
export const valueRefusals = {
  workshop_title_length: () => invalidInput('title', 'A title has 1 to 200 characters.'),
  workshop_description_length: () =>
    invalidInput('description', 'A description has 1 to 10,000 characters; leave it out for none.'),
  workshop_place_length: () =>
    invalidInput('place', 'A place has 1 to 500 characters; leave it out for none.'),
  workshop_link_form: () =>
    invalidInput(
      'link',
      'A link is an address on the web that begins with https, like https://example.org/room.',
    ),
  workshop_ends_after_start: () =>
    invalidInput('endsAt', 'A workshop ends after it starts. Choose a later end or an earlier start.'),
  workshop_at_most_14_days: () =>
    invalidInput('endsAt', 'A workshop lasts 14 days at most. Make two of it, or choose an earlier end.'),
  workshop_capacity_within: () => invalidInput('capacity', 'Between 1 and 10,000 people can take part.'),
  workshop_offer_hours_within: () =>
    invalidInput('offerHours', 'A seat is held for 1 to 336 hours, which are 14 days.'),
  workshop_cancellation_reason_length: () =>
    invalidInput('reason', 'A reason has 1 to 1,000 characters; leave it out for none.'),
  // An integer that PostgreSQL cannot hold.
  22003: () => invalidInput('capacity', 'Between 1 and 10,000 people can take part.'),
};

/** The same, and what its triggers refuse of a change. */
export const workshopRefusals = { ...triggerRefusals, ...valueRefusals };

export const needsPlace = () =>
  notPossibleNow('People have to know where it is: give the workshop a place or a link first.');

export const lastOrganizer = (message: string): LastOrganizer & { __typename: 'LastOrganizer' } => ({
  __typename: 'LastOrganizer',
  message,
});
