'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { setFacilityPreferenceMutation } from './setFacilityPreference.mutation.ts';

const input = z.object({
  agentId: z.string(),
  facilityId: z.string(),
  preference: z.enum(['PREFERRED', 'NEUTRAL', 'AVOID']),
  reason: optionalText,
});

/** Says how much an agent likes to work at a facility. */
export async function setFacilityPreference(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(setFacilityPreferenceMutation, 'setFacilityPreference', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
