'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { unassignShiftMutation } from './unassignShift.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Takes a shift from its agent. */
export async function unassignShift(given: z.infer<typeof input>) {
  return runMutation(unassignShiftMutation, 'unassignShift', { input: input.parse(given) });
}
