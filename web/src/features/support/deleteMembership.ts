'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteMembershipMutation } from './deleteMembership.mutation.ts';

const input = z.object({ id: z.string() });

/** Ends a membership. */
export async function deleteMembership(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  return runMutation(deleteMembershipMutation, 'deleteMembership', { input: input.parse(given) });
}
