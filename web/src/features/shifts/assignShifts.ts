'use server';

import { z } from 'zod';
import { assignShift } from './assignShift.ts';
import { chosenIds } from './chosenIds.ts';
import { forEachShift } from './forEachShift.ts';

const input = z.object({ ids: chosenIds, agentId: z.uuid() });

/** Gives shifts to an agent; those that somebody has are refused. */
export async function assignShifts(given: z.infer<typeof input>) {
  const { ids, agentId } = input.parse(given);
  return forEachShift(ids, async (id) => assignShift({ id, agentId, reassign: false }));
}
