'use server';

import { settings } from '../../env.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createCalendarFeed } from './createCalendarFeed.mutation.ts';

/** Makes a private calendar address for the agent who is signed in. The answer has the whole of it, this once. */
export async function makeAddress(): Promise<ActionResult<{ address: string }>> {
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return { kind: 'trouble', trouble: agent };
  const result = await runMutation(createCalendarFeed, 'createCalendarFeed', {
    input: { agentId: agent.data },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { address: `${settings().publicGatewayUrl}${result.payload.path}` } };
}
