'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { setAgentQualification } from './setAgentQualification.mutation.ts';

const input = z.object({
  code: z.string().min(1),
  /** The last day it holds; null when it does not end. */
  expiresOn: z.iso.date().nullable(),
});

/** States a qualification of the agent who is signed in, or until when it holds. The answer has the id of the record. */
export async function setQualification(
  given: z.infer<typeof input>,
): Promise<ActionResult<{ id: string | undefined }>> {
  const { code, expiresOn } = input.parse(given);
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return { kind: 'trouble', trouble: agent };
  const result = await runMutation(setAgentQualification, 'setAgentQualification', {
    input: { agentId: agent.data, code, ...(expiresOn !== null && { expiresOn }) },
  });
  if (result.kind !== 'done') return result;
  const { qualifications } = result.payload.agent;
  return {
    kind: 'done',
    payload: { id: qualifications.find(({ qualification }) => qualification.code === code)?.id },
  };
}
