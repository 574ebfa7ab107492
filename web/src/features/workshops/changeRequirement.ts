'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { updateWorkshopRequirement } from './updateWorkshopRequirement.mutation.ts';

const input = z.object({
  id: z.uuid(),
  kind: z.string(),
  text: z.string(),
  level: z.enum(['MUST', 'SHOULD']),
});

/** Changes something that participants need. */
export async function changeRequirement(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(updateWorkshopRequirement, 'updateWorkshopRequirement', { input: input.parse(given) });
}
