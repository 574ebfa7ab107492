'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { removeAgentQualification } from './removeAgentQualification.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes a qualification of the agent who is signed in away. */
export async function removeQualification(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  return runMutation(removeAgentQualification, 'removeAgentQualification', { input: input.parse(given) });
}
