'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { releaseFlagMutation } from './releaseFlag.mutation.ts';

const input = z.object({ id: z.string() });

/** Puts a flag back for others. */
export async function releaseFlag(given: z.infer<typeof input>) {
  return runMutation(releaseFlagMutation, 'releaseFlag', { input: input.parse(given) });
}
