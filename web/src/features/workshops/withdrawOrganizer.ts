'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { withdrawOrganizerMutation } from './withdrawOrganizer.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Ends somebody’s part in organizing a workshop. */
export async function withdrawOrganizer(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(withdrawOrganizerMutation, 'withdrawOrganizer', { input: input.parse(given) });
}
