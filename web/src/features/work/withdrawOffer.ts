'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { withdrawShiftOffer } from './withdrawShiftOffer.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes back the offer of a shift, as long as nobody has taken it. */
export async function withdrawOffer(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  return runMutation(withdrawShiftOffer, 'withdrawShiftOffer', { input: input.parse(given) });
}
