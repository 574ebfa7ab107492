import { invalidInput } from '@guildhall/kit/refusals';

/** What the constraints of `people.person` and `people.contact` refuse, in words. */
export const personRefusals = {
  person_name_length: () => invalidInput('name', 'A person needs a name of 1 to 200 characters.'),
  contact_email_form: () =>
    invalidInput('contact.email', 'This is no e-mail address. Write it like ana@example.org.'),
  contact_phone_form: () =>
    invalidInput('contact.phone', 'This is no international number. Write it like +44 20 7946 0018.'),
};
