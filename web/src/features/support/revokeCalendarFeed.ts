'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { revokeCalendarFeedMutation } from './revokeCalendarFeed.mutation.ts';

const input = z.object({ agentId: z.string() });

/** Ends the private calendar address of an agent. */
export async function revokeCalendarFeed(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(revokeCalendarFeedMutation, 'revokeCalendarFeed', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.agent.id } };
}
