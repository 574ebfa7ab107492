'use server';

import { z } from 'zod';
import { unassignShift } from './unassignShift.ts';
import { chosenIds } from './chosenIds.ts';
import { forEachShift } from './forEachShift.ts';

const input = z.object({ ids: chosenIds });

/** Takes shifts from their agents. */
export async function unassignShifts(given: z.infer<typeof input>) {
  const { ids } = input.parse(given);
  return forEachShift(ids, async (id) => unassignShift({ id }));
}
