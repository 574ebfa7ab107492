'use server';

import { z } from 'zod';
import { runMutation } from '../../graph/runMutation.ts';
import { createRotaTemplateFromWeekMutation } from './createRotaTemplateFromWeek.mutation.ts';

const input = z.object({ facilityId: z.uuid(), name: z.string().trim().max(200), week: z.iso.date() });

/** Makes a template of the shifts of a week. */
export async function saveTemplate(given: z.infer<typeof input>) {
  return runMutation(createRotaTemplateFromWeekMutation, 'createRotaTemplateFromWeek', {
    input: input.parse(given),
  });
}
