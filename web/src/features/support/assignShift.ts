'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { assignShiftMutation } from './assignShift.mutation.ts';

const input = z.object({ id: z.string(), agentId: z.string(), reassign: z.string() });

/** Gives a shift to an agent. */
export async function assignShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { id, agentId, reassign } = input.parse(given);
  const result = await runMutation(assignShiftMutation, 'assignShift', {
    input: { id, agentId, reassign: reassign === 'yes' },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
