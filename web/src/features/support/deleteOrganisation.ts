'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteOrganisationMutation } from './deleteOrganisation.mutation.ts';

const input = z.object({ id: z.string() });

/** Deletes an organisation that nobody belongs to. */
export async function deleteOrganisation(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  return runMutation(deleteOrganisationMutation, 'deleteOrganisation', { input: input.parse(given) });
}
