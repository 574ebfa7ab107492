'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { setParticipantAttendance } from './setParticipantAttendance.mutation.ts';

const input = z.object({ id: z.uuid(), attended: z.boolean().nullable() });

/** Says whether somebody was there; null takes it back. */
export async function setAttendance(given: z.input<typeof input>): Promise<ActionResult<object>> {
  return runMutation(setParticipantAttendance, 'setParticipantAttendance', { input: input.parse(given) });
}
