'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteWorkshopRequirement } from './deleteWorkshopRequirement.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Says that participants no longer need something. */
export async function removeRequirement(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(deleteWorkshopRequirement, 'deleteWorkshopRequirement', { input: input.parse(given) });
}
