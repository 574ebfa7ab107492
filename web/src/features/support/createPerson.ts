'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { createPersonMutation } from './createPerson.mutation.ts';

const input = z.object({ name: z.string(), email: optionalText, phone: optionalText });

/** Adds a person. */
export async function createPerson(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { name, email, phone } = input.parse(given);
  const result = await runMutation(createPersonMutation, 'createPerson', {
    input: { name, contact: { email, phone } },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.person.id } };
}
