'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deletePersonMutation } from './deletePerson.mutation.ts';

const input = z.object({ id: z.string() });

/** Deletes a person with contact data, memberships and sign-ins. */
export async function deletePerson(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  return runMutation(deletePersonMutation, 'deletePerson', { input: input.parse(given) });
}
