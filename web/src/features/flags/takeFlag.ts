'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { takeFlagMutation } from './takeFlag.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes a flag, so that others see who is at it. */
export async function takeFlag(given: z.infer<typeof input>) {
  return runMutation(takeFlagMutation, 'takeFlag', { input: input.parse(given) });
}
