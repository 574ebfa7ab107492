'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createAgentMutation } from './createAgent.mutation.ts';

const input = z.object({ personId: z.string() });

/** Makes a person an agent. */
export async function createAgent(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(createAgentMutation, 'createAgent', { input: input.parse(given) });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
