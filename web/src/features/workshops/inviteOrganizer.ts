'use server';

import { z } from 'zod';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { inviteOrganizerMutation } from './inviteOrganizer.mutation.ts';

const input = z.object({ workshopId: z.uuid(), personId: z.uuid() });

/** Asks a person to organize a workshop. */
export async function inviteOrganizer(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(inviteOrganizerMutation, 'inviteOrganizer', { input: input.parse(given) });
}
