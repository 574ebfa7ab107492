'use server';

import { z } from 'zod';
import { optionalText } from '../../design/records/optionalText.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { cancelParticipantMutation } from './cancelParticipant.mutation.ts';

const input = z.object({ id: z.uuid(), reason: optionalText });

/** Cancels somebody’s participation. */
export async function cancelParticipant(given: RecordValues): Promise<ActionResult<object>> {
  return runMutation(cancelParticipantMutation, 'cancelParticipant', { input: input.parse(given) });
}
