'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { clearFacilityPreferenceMutation } from './clearFacilityPreference.mutation.ts';

const input = z.object({ id: z.string() });

/** Forgets what was said of a facility. */
export async function clearFacilityPreference(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(clearFacilityPreferenceMutation, 'clearFacilityPreference', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
