import { isId } from '@guildhall/kit/id';
import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import { isTimeZone } from '@guildhall/kit/timeZones';

/** What of a facility's values cannot hold, or null when nothing stands against them. */
export function checkFacility(values: {
  organisationId?: string | null;
  timeZone?: string | null;
}): InvalidInput | null {
  if (values.organisationId != null && !isId(values.organisationId)) {
    return invalidInput(
      'organisationId',
      'This is no id of an organisation. Look the organisation up again.',
    );
  }
  if (values.timeZone != null && !isTimeZone(values.timeZone)) {
    return invalidInput('timeZone', `${values.timeZone} is no IANA time zone. Write it like Europe/London.`);
  }
  return null;
}

/** What the constraints of `staffing.facility` refuse, in words. */
export const facilityRefusals = {
  facility_name_length: () => invalidInput('name', 'A facility needs a name of 1 to 200 characters.'),
  facility_address_length: () =>
    invalidInput('address', 'An address has 1 to 500 characters; leave it out for none.'),
  facility_contact_name_length: () =>
    invalidInput('contactName', 'The name of a contact has 1 to 200 characters; leave it out for none.'),
  facility_contact_email_form: () =>
    invalidInput('contactEmail', 'This is no email address. Write it like planning@example.org.'),
  facility_contact_phone_form: () =>
    invalidInput('contactPhone', 'Write a telephone number with + and the country, like +44 20 7946 0000.'),
};
