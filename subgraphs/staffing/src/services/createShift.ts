import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadAgent, loadFacility } from '../loaders.ts';
import { fromShiftKind } from '../shiftStatus.ts';
import type { CreateShiftInput } from '../types.generated.ts';
import { checkAssignment } from './checkAssignment.ts';
import { checkQualification } from './checkQualification.ts';
import { assignmentRefusals } from './shiftRefusals.ts';

/** Adds a shift: open, assigned when an agent is given, or a placeholder. */
export async function createShift(ctx: Context, input: CreateShiftInput) {
  const { facilityId, startsAt, endsAt, breakMinutes = 0, kind = 'WORK' } = input;
  const agentId = input.agentId ?? null;
  const qualification = input.qualification ?? null;
  const missing = await missingRecord(ctx, facilityId, agentId);
  if (missing) return missing;
  const invalid = checkQualification('qualification', qualification);
  if (invalid) return invalid;

  const values = { facilityId, startsAt, endsAt, breakMinutes, qualification };
  const check =
    agentId && endsAt > startsAt
      ? await checkAssignment(ctx, { ...values, agentId })
      : { refusal: null, warnings: [] };
  if (check.refusal) return check.refusal;
  return refuse(
    async () => ({
      __typename: 'CreateShiftPayload' as const,
      shift: await ctx.db.shift.create({
        data: {
          ...values,
          agentId,
          kind: fromShiftKind(kind),
          note: input.note ?? null,
          status: agentId ? 'assigned' : 'open',
        },
      }),
      warnings: check.warnings,
    }),
    {
      ...assignmentRefusals(ctx, () => ({ ...values, agentId: agentId! })),
      shift_facility_id_fkey: () => notFound('facility', facilityId),
      // The facility is to be seen, but its shifts are not the viewer's to plan.
      42501: () => notFound('facility', facilityId),
    },
  );
}

async function missingRecord(
  ctx: Context,
  facilityId: string,
  agentId: string | null,
): Promise<NotFound | null> {
  if (!isId(facilityId) || !(await loadFacility(ctx, facilityId))) return notFound('facility', facilityId);
  if (agentId !== null && !(isId(agentId) && (await loadAgent(ctx, agentId))))
    return notFound('agent', agentId);
  return null;
}
