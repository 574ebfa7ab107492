'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { reopenShiftMutation } from './reopenShift.mutation.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({ id: z.uuid(), keepAgent: z.boolean() });

/** Takes back that a shift was cancelled, or that its hours were confirmed. */
export async function reopenShift(given: z.infer<typeof input>) {
  return withOtherShift(await runMutation(reopenShiftMutation, 'reopenShift', { input: input.parse(given) }));
}
