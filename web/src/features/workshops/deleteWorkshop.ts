'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteWorkshopMutation } from './deleteWorkshop.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Deletes a draft. */
export async function deleteWorkshop(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(deleteWorkshopMutation, 'deleteWorkshop', { input: input.parse(given) });
}
