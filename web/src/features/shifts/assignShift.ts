'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { assignShiftMutation } from './assignShift.mutation.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({ id: z.uuid(), agentId: z.uuid(), reassign: z.boolean() });

/** Gives a shift to an agent; with `reassign`, also when another has it. */
export async function assignShift(given: z.infer<typeof input>) {
  return withOtherShift(await runMutation(assignShiftMutation, 'assignShift', { input: input.parse(given) }));
}
