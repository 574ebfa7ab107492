'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { cancelShiftMutation } from './cancelShift.mutation.ts';

const input = z.object({ id: z.uuid(), reason: z.string().trim().max(1_000).nullable() });

/** Says that a shift does not take place, and why. */
export async function cancelShift(given: z.infer<typeof input>) {
  return runMutation(cancelShiftMutation, 'cancelShift', { input: input.parse(given) });
}
