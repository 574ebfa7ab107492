'use server';

import { z } from 'zod';
import { reopenShift } from './reopenShift.ts';
import { chosenIds } from './chosenIds.ts';
import { forEachShift } from './forEachShift.ts';

const input = z.object({ ids: chosenIds });

/** Takes back that shifts were cancelled; each keeps its agent. */
export async function reopenShifts(given: z.infer<typeof input>) {
  const { ids } = input.parse(given);
  return forEachShift(ids, async (id) => reopenShift({ id, keepAgent: true }));
}
