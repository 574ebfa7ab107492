'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { copyWeekMutation } from './copyWeek.mutation.ts';
import { createWeekFromTemplateMutation } from './createWeekFromTemplate.mutation.ts';

const input = z.object({
  /** The Monday of the week to create. */
  week: z.iso.date(),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('week'), facilityId: z.uuid(), from: z.iso.date() }),
    z.object({ kind: z.literal('template'), templateId: z.uuid() }),
  ]),
  keepAgents: z.boolean(),
  /** Whether what collides is left out; nothing is created otherwise. */
  skipColliding: z.boolean(),
});

/** A week that is planned, as its form sends it. */
export type PlannedWeek = z.infer<typeof input>;

/** Creates the shifts of a week, as its plan was shown. */
export async function createWeek(
  given: PlannedWeek,
): Promise<ActionResult<{ ids: string[]; warnings: string[] }>> {
  const { week, source, ...rest } = input.parse(given);
  const result =
    source.kind === 'week'
      ? await runMutation(copyWeekMutation, 'copyWeek', {
          input: { facilityId: source.facilityId, from: source.from, to: week, ...rest },
        })
      : await runMutation(createWeekFromTemplateMutation, 'createWeekFromTemplate', {
          input: { templateId: source.templateId, week, ...rest },
        });
  if (result.kind !== 'done') return result;
  const { shifts, warnings } = result.payload;
  return {
    kind: 'done',
    payload: { ids: shifts.map(({ id }) => id), warnings: warnings.map(({ message }) => message) },
  };
}
