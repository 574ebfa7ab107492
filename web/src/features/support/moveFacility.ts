'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { moveFacilityMutation } from './moveFacility.mutation.ts';

const input = z.object({ id: z.string(), organisationId: z.string() });

/** Gives a facility to another organisation. */
export async function moveFacility(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(moveFacilityMutation, 'moveFacility', { input: input.parse(given) });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.facility.id } };
}
