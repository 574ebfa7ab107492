'use server';

import { z } from 'zod';
import { optionalText } from '../../design/records/optionalText.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { cancelWorkshopMutation } from './cancelWorkshop.mutation.ts';

const input = z.object({ id: z.uuid(), reason: optionalText });

/** Cancels a workshop, and with it every participation. */
export async function cancelWorkshop(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(cancelWorkshopMutation, 'cancelWorkshop', { input: input.parse(given) });
}
