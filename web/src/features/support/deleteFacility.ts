'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteFacilityMutation } from './deleteFacility.mutation.ts';

const input = z.object({ id: z.string() });

/** Deletes a facility. */
export async function deleteFacility(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  return runMutation(deleteFacilityMutation, 'deleteFacility', { input: input.parse(given) });
}
