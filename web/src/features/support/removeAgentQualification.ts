'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { removeAgentQualificationMutation } from './removeAgentQualification.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes a qualification from an agent. */
export async function removeAgentQualification(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(removeAgentQualificationMutation, 'removeAgentQualification', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
