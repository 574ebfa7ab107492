'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteAgentMutation } from './deleteAgent.mutation.ts';

const input = z.object({ id: z.string() });

/** Deletes an agent. */
export async function deleteAgent(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  return runMutation(deleteAgentMutation, 'deleteAgent', { input: input.parse(given) });
}
