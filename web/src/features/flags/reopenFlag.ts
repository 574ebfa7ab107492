'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { reopenFlagMutation } from './reopenFlag.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes an answered flag up again. */
export async function reopenFlag(given: z.infer<typeof input>) {
  return runMutation(reopenFlagMutation, 'reopenFlag', { input: input.parse(given) });
}
