'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { createFacilityMutation } from './createFacility.mutation.ts';

const input = z.object({
  organisationId: z.string(),
  name: z.string(),
  timeZone: z.string(),
  address: optionalText,
});

/** Adds a facility. */
export async function createFacility(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(createFacilityMutation, 'createFacility', { input: input.parse(given) });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.facility.id } };
}
