'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { markWorkshopHeldMutation } from './markWorkshopHeld.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Says that a workshop took place. */
export async function markHeld(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(markWorkshopHeldMutation, 'markWorkshopHeld', { input: input.parse(given) });
}
