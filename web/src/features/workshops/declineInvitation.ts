'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { declineOrganizerInvitation } from './declineOrganizerInvitation.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Declines to organize a workshop. */
export async function declineInvitation(given: z.input<typeof input>): Promise<ActionResult<object>> {
  return runMutation(declineOrganizerInvitation, 'declineOrganizerInvitation', { input: input.parse(given) });
}
