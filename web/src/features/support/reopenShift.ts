'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { reopenShiftMutation } from './reopenShift.mutation.ts';

const input = z.object({ id: z.string(), keepAgent: z.string() });

/** Opens a cancelled shift again. */
export async function reopenShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { id, keepAgent } = input.parse(given);
  const result = await runMutation(reopenShiftMutation, 'reopenShift', {
    input: { id, keepAgent: keepAgent === 'yes' },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
