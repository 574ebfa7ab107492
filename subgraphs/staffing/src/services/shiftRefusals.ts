import { invalidInput, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { overlapsOtherShift, type WantedShift } from './overlapsOtherShift.ts';

/** What the constraints of `staffing.shift` refuse, in words. */
export function shiftRefusals(ctx: Context, wanted: () => WantedShift) {
  return {
    shift_ends_after_start: () =>
      invalidInput('endsAt', 'A shift ends after it starts. Choose a later end or an earlier start.'),
    shift_at_most_24_hours: () =>
      invalidInput('endsAt', 'A shift lasts 24 hours at most. Make two of it, or choose an earlier end.'),
    shift_status_fits_agent: () =>
      invalidInput(
        'status',
        'An open shift has no agent, and an assigned or completed one has. Change the status and the agent together.',
      ),
    shift_facility_id_fkey: () => notFound('facility', wanted().facilityId),
    shift_agent_id_fkey: () => notFound('agent', wanted().agentId ?? ''),
    shift_agent_no_overlap: () => overlapsOtherShift(ctx, wanted()),
  };
}
