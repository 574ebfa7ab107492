'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { acceptOrganizerInvitation } from './acceptOrganizerInvitation.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Accepts to organize a workshop. */
export async function acceptInvitation(given: z.input<typeof input>): Promise<ActionResult<object>> {
  return runMutation(acceptOrganizerInvitation, 'acceptOrganizerInvitation', { input: input.parse(given) });
}
