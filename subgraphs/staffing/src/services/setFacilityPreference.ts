import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { invalidInput, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { SetFacilityPreferenceInput } from '../types.generated.ts';

/** Says how much an agent likes to work at a facility; what was said before is replaced. */
export async function setFacilityPreference(
  ctx: Context,
  { agentId, facilityId, preference, reason }: SetFacilityPreferenceInput,
) {
  if (!isId(agentId)) return notFound('agent', agentId);
  if (!isId(facilityId)) return notFound('facility', facilityId);
  const values = { preference: preference.toLowerCase(), reason: reason ?? null };
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const agent = await tx.agent.findFirst({ where: { id: agentId } });
        if (!agent) return notFound('agent', agentId);
        const data = { agentId, facilityId, ...values };
        const added = await tx.facilityPreference.createMany({ data, skipDuplicates: true });
        if (added.count === 0) {
          await tx.facilityPreference.updateMany({ where: { agentId, facilityId }, data: values });
        }
        return { __typename: 'SetFacilityPreferencePayload' as const, agent };
      }),
    {
      facility_preference_reason_length: () =>
        invalidInput('reason', 'A reason has 1 to 1,000 characters; leave it out for none.'),
      facility_preference_facility_id_fkey: () => notFound('facility', facilityId),
      42501: () => notFound('agent', agentId),
    },
  );
}
