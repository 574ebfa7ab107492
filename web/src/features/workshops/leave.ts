'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { leaveWorkshopMutation } from './leaveWorkshop.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Gives up the seat, or the place in the waiting list, of whoever is signed in. */
export async function leave(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(leaveWorkshopMutation, 'leaveWorkshop', { input: input.parse(given) });
}
