'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { cancelShiftMutation } from './cancelShift.mutation.ts';

const input = z.object({ id: z.string(), reason: optionalText });

/** Cancels a shift. */
export async function cancelShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(cancelShiftMutation, 'cancelShift', { input: input.parse(given) });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
