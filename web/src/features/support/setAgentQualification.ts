'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { setAgentQualificationMutation } from './setAgentQualification.mutation.ts';

const input = z.object({ agentId: z.string(), code: z.string(), expiresOn: optionalText });

/** States a qualification of an agent. */
export async function setAgentQualification(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(setAgentQualificationMutation, 'setAgentQualification', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
