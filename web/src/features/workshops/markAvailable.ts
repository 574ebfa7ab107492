'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { markOrganizerAvailable } from './markOrganizerAvailable.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Says that whoever is signed in can organize again. */
export async function markAvailable(given: z.input<typeof input>): Promise<ActionResult<object>> {
  return runMutation(markOrganizerAvailable, 'markOrganizerAvailable', { input: input.parse(given) });
}
