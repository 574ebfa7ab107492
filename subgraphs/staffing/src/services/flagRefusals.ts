import { invalidInput } from '@guildhall/kit/refusals';

/** What the constraints of `staffing.flag` refuse, in words. */
export const flagRefusals = {
  flag_message_length: () => invalidInput('message', 'A message has 1 to 4,000 characters.'),
  flag_answer_length: () => invalidInput('answer', 'An answer has 1 to 4,000 characters.'),
};
