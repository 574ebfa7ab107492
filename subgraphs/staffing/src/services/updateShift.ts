import { notPossibleNow } from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { UpdateShiftInput } from '../types.generated.ts';
import type { WantedShift } from './assignmentFindings.ts';
import { changeShift } from './changeShift.ts';
import { checkAssignment } from './checkAssignment.ts';
import { checkQualification } from './checkQualification.ts';
import { assignmentRefusals } from './shiftRefusals.ts';

/** Changes a shift; what is left out stays. An agent who has it must be able to have it as it becomes. */
export async function updateShift(ctx: Context, input: UpdateShiftInput) {
  let wanted: WantedShift | undefined;
  const changed = await changeShift(
    ctx,
    input.id,
    async (before) => {
      if (input.revision != null && input.revision !== before.revision) {
        return notPossibleNow(
          'Somebody else has changed this shift since you looked at it. Look at it again, then make your change.',
        );
      }
      const data = {
        startsAt: input.startsAt ?? before.startsAt,
        endsAt: input.endsAt ?? before.endsAt,
        breakMinutes: input.breakMinutes ?? before.breakMinutes,
        qualification: input.qualification === undefined ? before.qualification : input.qualification,
        note: input.note === undefined ? before.note : input.note,
      };
      if (data.qualification !== before.qualification) {
        const invalid = checkQualification('qualification', data.qualification);
        if (invalid) return invalid;
      }
      if (before.status !== 'assigned' || !asksMore(before, data)) return { data };
      wanted = { ...before, ...data, agentId: before.agentId! };
      const { refusal, warnings } = await checkAssignment(ctx, wanted);
      return refusal ?? { data, warnings };
    },
    assignmentRefusals(ctx, () => wanted!),
  );
  return 'shift' in changed ? { __typename: 'UpdateShiftPayload' as const, ...changed } : changed;
}

/** Whether an agent has to be asked again: a shorter break or a new note changes nothing for them. */
function asksMore(before: Shift, after: Pick<Shift, 'startsAt' | 'endsAt' | 'qualification'>): boolean {
  if (after.endsAt <= after.startsAt) return false; // The database refuses it.
  return (
    after.startsAt.getTime() !== before.startsAt.getTime() ||
    after.endsAt.getTime() !== before.endsAt.getTime() ||
    after.qualification !== before.qualification
  );
}
