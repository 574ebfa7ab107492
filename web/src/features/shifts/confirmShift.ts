'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { confirmShiftMutation } from './confirmShift.mutation.ts';

const input = z.object({ id: z.uuid(), workedMinutes: z.int().min(0).max(1_440).nullable() });

/** Confirms the hours that were worked; as planned without a number. */
export async function confirmShift(given: z.infer<typeof input>) {
  return runMutation(confirmShiftMutation, 'confirmShift', { input: input.parse(given) });
}
