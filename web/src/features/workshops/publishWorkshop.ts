'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { publishWorkshopMutation } from './publishWorkshop.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Publishes a draft. */
export async function publishWorkshop(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(publishWorkshopMutation, 'publishWorkshop', { input: input.parse(given) });
}
