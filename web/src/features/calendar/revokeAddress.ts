'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { revokeCalendarFeed } from './revokeCalendarFeed.mutation.ts';

/** Ends the private calendar address of the agent who is signed in. */
export async function revokeAddress(): Promise<ActionResult<object>> {
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return { kind: 'trouble', trouble: agent };
  return runMutation(revokeCalendarFeed, 'revokeCalendarFeed', { input: { agentId: agent.data } });
}
