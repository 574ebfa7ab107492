'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { deleteRotaTemplateMutation } from './deleteRotaTemplate.mutation.ts';

const input = z.object({ id: z.uuid() });

/** Deletes a template; shifts that were made from it stay. */
export async function deleteTemplate(given: z.infer<typeof input>) {
  return runMutation(deleteRotaTemplateMutation, 'deleteRotaTemplate', { input: input.parse(given) });
}
