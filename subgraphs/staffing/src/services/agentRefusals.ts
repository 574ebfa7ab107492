import { invalidInput } from '@guildhall/kit/refusals';

/** What the constraints of an agent's records refuse, in words. */
export const agentRefusals = {
  agent_home_area_length: () =>
    invalidInput('homeArea', 'A home area has 1 to 200 characters; leave it out for none.'),
  agent_private_phone_form: () =>
    invalidInput('phone', 'Write a telephone number with + and the country, like +44 20 7946 0000.'),
  agent_private_rate_form: () =>
    invalidInput('rate', 'A rate is 0 to 10,000,000 minor units of a currency such as GBP.'),
};
