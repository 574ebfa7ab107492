'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createWorkshopRequirement } from './createWorkshopRequirement.mutation.ts';

const input = z.object({
  workshopId: z.uuid(),
  kind: z.string(),
  text: z.string(),
  level: z.enum(['MUST', 'SHOULD']),
});

/** Adds something that participants need. */
export async function addRequirement(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(createWorkshopRequirement, 'createWorkshopRequirement', { input: input.parse(given) });
}
