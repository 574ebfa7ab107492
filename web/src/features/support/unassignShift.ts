'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { unassignShiftMutation } from './unassignShift.mutation.ts';

const input = z.object({ id: z.string() });

/** Takes a shift from its agent. */
export async function unassignShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(unassignShiftMutation, 'unassignShift', { input: input.parse(given) });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
