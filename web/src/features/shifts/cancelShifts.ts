'use server';

import { z } from 'zod';
import { cancelShift } from './cancelShift.ts';
import { chosenIds } from './chosenIds.ts';
import { forEachShift } from './forEachShift.ts';

const input = z.object({ ids: chosenIds, reason: z.string().trim().max(1_000).nullable() });

/** Says that shifts do not take place, and why. */
export async function cancelShifts(given: z.infer<typeof input>) {
  const { ids, reason } = input.parse(given);
  return forEachShift(ids, async (id) => cancelShift({ id, reason }));
}
