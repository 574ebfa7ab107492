'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { markOrganizerUnavailable } from './markOrganizerUnavailable.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Says that an organizer cannot at present. */
export async function markUnavailable(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(markOrganizerUnavailable, 'markOrganizerUnavailable', { input: input.parse(given) });
}
