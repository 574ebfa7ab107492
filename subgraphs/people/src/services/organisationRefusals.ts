import { invalidInput } from '@guildhall/kit/refusals';

/** What the constraints of `people.organisation` refuse, in words. */
export const organisationRefusals = {
  organisation_name_length: () =>
    invalidInput('name', 'An organisation needs a name of 1 to 200 characters.'),
};
