'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { acceptWorkshopSeat } from './acceptWorkshopSeat.mutation.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { acknowledgementSchema } from './acknowledgementSchema.ts';

/** Takes the seat that is held for whoever is signed in. */
export async function acceptSeat(given: Acknowledgement): Promise<ActionResult<object>> {
  const input = acknowledgementSchema.parse(given);
  return runMutation(acceptWorkshopSeat, 'acceptWorkshopSeat', { input });
}
