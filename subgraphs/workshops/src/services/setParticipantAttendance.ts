import type { InvalidInput } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { SetParticipantAttendanceInput } from '../types.generated.ts';
import { changeParticipant } from './changeParticipant.ts';

/** Says whether somebody who had a seat was there, or takes back what was said. */
export async function setParticipantAttendance(
  ctx: Context,
  { id, attended }: SetParticipantAttendanceInput,
) {
  const status = attended == null ? 'confirmed' : attended ? 'attended' : 'no_show';
  const changed = await changeParticipant(ctx, id, { status });
  return 'participant' in changed
    ? { __typename: 'SetParticipantAttendancePayload' as const, ...changed }
    : (changed as Exclude<typeof changed, InvalidInput>);
}
