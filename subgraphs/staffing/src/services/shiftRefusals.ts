import { invalidInput, notFound, triggerRefusals } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { WantedShift } from './assignmentFindings.ts';
import type { OverlapsOtherShift } from './assignmentRefusals.ts';
import { checkAssignment } from './checkAssignment.ts';

/** What the checks and triggers of `staffing.shift` refuse of a shift's own values, in words. */
export const shiftRefusals = {
  ...triggerRefusals,
  shift_ends_after_start: () =>
    invalidInput('endsAt', 'A shift ends after it starts. Choose a later end or an earlier start.'),
  shift_at_most_24_hours: () =>
    invalidInput('endsAt', 'A shift lasts 24 hours at most. Make two of it, or choose an earlier end.'),
  shift_break_within: () =>
    invalidInput('breakMinutes', 'A break is 0 minutes or more, and shorter than the shift.'),
  shift_note_length: () => invalidInput('note', 'A note has 1 to 2,000 characters; leave it out for none.'),
  shift_cancellation_reason_length: () =>
    invalidInput('reason', 'A reason has 1 to 1,000 characters; leave it out for none.'),
  shift_placeholder_is_nobodys: () =>
    invalidInput('kind', 'A placeholder blocks a slot: it takes no qualification, and nobody can have it.'),
  shift_rate_form: () =>
    invalidInput('rate', 'A rate is 0 to 10,000,000 minor units of a currency such as GBP.'),
  shift_worked_is_completed: () =>
    invalidInput('workedMinutes', 'Worked are 0 to 1,440 minutes, which is a day.'),
};

/** The same, and what is refused of who is to have it. */
export function assignmentRefusals(ctx: Context, wanted: () => WantedShift) {
  return {
    ...shiftRefusals,
    shift_agent_id_fkey: () => notFound('agent', wanted().agentId),
    shift_agent_no_overlap: () => overlapsMeanwhile(ctx, wanted()),
  };
}

/** The shift that came in between after nothing had stood in the way. */
async function overlapsMeanwhile(ctx: Context, wanted: WantedShift): Promise<OverlapsOtherShift> {
  const { refusal } = await checkAssignment(ctx, wanted);
  if (refusal?.__typename === 'OverlapsOtherShift') return refusal;
  return {
    __typename: 'OverlapsOtherShift',
    message: 'This agent was given another shift at that time just now. Try again.',
    otherShift: null,
  };
}
