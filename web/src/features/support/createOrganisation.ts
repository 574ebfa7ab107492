'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createOrganisationMutation } from './createOrganisation.mutation.ts';

const input = z.object({
  name: z.string(),
  kind: z.enum(['FACILITY', 'COMPANY', 'AUTHORITY', 'PARTNER', 'INSTITUTE']),
});

/** Adds an organisation. */
export async function createOrganisation(
  given: Record<string, string>,
): Promise<ActionResult<{ id: string }>> {
  const result = await runMutation(createOrganisationMutation, 'createOrganisation', {
    input: input.parse(given),
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.organisation.id } };
}
