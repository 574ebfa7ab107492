'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { cancelCreated } from './cancelCreated.mutation.ts';

const input = z.object({ ids: z.array(z.uuid()).max(500) });

/** Cancels the shifts of a week that was just created, and says how many could not be. */
export async function undoWeek(given: z.infer<typeof input>): Promise<{ left: number }> {
  let left = 0;
  for (const id of input.parse(given).ids) {
    const result = await runMutation(cancelCreated, 'cancelShift', {
      input: { id, reason: 'Created by mistake' },
    });
    if (result.kind !== 'done') left++;
  }
  return { left };
}
