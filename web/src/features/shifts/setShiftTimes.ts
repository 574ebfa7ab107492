'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { updateShiftMutation } from './updateShift.mutation.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({
  id: z.uuid(),
  /** What the person saw; null for whatever there is, as an undo. */
  revision: z.int().nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});

/** Changes when a shift starts and ends, to instants. */
export async function setShiftTimes(
  given: z.infer<typeof input>,
): Promise<ActionResult<{ warnings: readonly { message: string }[] }>> {
  const { revision, ...changes } = input.parse(given);
  return withOtherShift(
    await runMutation(updateShiftMutation, 'updateShift', {
      input: { ...changes, ...(revision !== null && { revision }) },
    }),
  );
}
