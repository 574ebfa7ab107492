'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { raiseFlagMutation } from './raiseFlag.mutation.ts';

const input = z.object({
  subjectKind: z.enum(['SHIFT', 'FACILITY', 'AGENT', 'PERSON']),
  subjectId: z.string(),
  message: z.string(),
});

/** What a flag is about, and what is to be looked at. */
export type RaiseFlagInput = z.infer<typeof input>;

/** Raises a flag that support staff find in their queue. */
export async function raiseFlag(given: RaiseFlagInput) {
  return runMutation(raiseFlagMutation, 'raiseFlag', { input: input.parse(given) });
}
