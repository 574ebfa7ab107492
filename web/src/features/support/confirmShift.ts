'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { confirmShiftMutation } from './confirmShift.mutation.ts';

const input = z.object({ id: z.string(), workedMinutes: z.string() });

/** Confirms that a shift was worked. */
export async function confirmShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { id, workedMinutes } = input.parse(given);
  const result = await runMutation(confirmShiftMutation, 'confirmShift', {
    input: { id, workedMinutes: workedMinutes.trim() === '' ? null : Math.round(Number(workedMinutes)) },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
