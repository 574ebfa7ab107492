'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import { acknowledgementSchema } from './acknowledgementSchema.ts';
import { acknowledgeWorkshopRequirements } from './acknowledgeWorkshopRequirements.mutation.ts';

/** Says that whoever is signed in has seen the requirements as they are now. */
export async function acknowledge(given: Acknowledgement): Promise<ActionResult<object>> {
  const input = acknowledgementSchema.parse(given);
  return runMutation(acknowledgeWorkshopRequirements, 'acknowledgeWorkshopRequirements', { input });
}
