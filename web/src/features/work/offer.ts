'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { offerShift } from './offerShift.mutation.ts';

const input = z.object({ id: z.string() });

/** Offers a shift of one's own to other agents. */
export async function offer(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  return runMutation(offerShift, 'offerShift', { input: input.parse(given) });
}
