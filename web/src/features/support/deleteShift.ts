'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteShiftMutation } from './deleteShift.mutation.ts';

const input = z.object({ id: z.string() });

/** Deletes a shift. */
export async function deleteShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  return runMutation(deleteShiftMutation, 'deleteShift', { input: input.parse(given) });
}
