'use server';

import { z } from 'zod';
import { addDays } from '../../design/calendar.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { cancelShiftMutation } from './cancelShift.mutation.ts';
import { createShiftMutation } from './createShift.mutation.ts';
import { draftProblems, draftTimes } from './shiftDraft.ts';
import { shiftDraftSchema } from './shiftDraftSchema.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({
  facilityId: z.uuid(),
  /** Of the facility, with the locale of the reader, for the words of what is refused. */
  timeZone: z.string(),
  locale: z.string(),
  draft: shiftDraftSchema,
  agentId: z.uuid().nullable(),
  isPlaceholder: z.boolean(),
  /** How many days running, the first included. */
  days: z.int().min(1).max(14),
});

/** What was created, with the limits that the assignments go beyond. */
export interface CreatedShifts {
  ids: string[];
  warnings: string[];
}

/**
 * Creates a shift on each of some days, by the clocks of the facility. When one is refused, those that were created
 * before it are cancelled again: all of them, or none.
 */
export async function createShift(given: z.infer<typeof input>): Promise<ActionResult<CreatedShifts>> {
  const { facilityId, timeZone, locale, draft, agentId, isPlaceholder, days } = input.parse(given);
  const drafts = Array.from({ length: days }, (_, n) => ({ ...draft, day: addDays(draft.day, n) }));
  for (const each of drafts) {
    const [problem] = draftProblems(each, timeZone, locale);
    if (problem) return { kind: 'refusal', refusal: { __typename: 'InvalidInput', ...problem } };
  }
  const created: CreatedShifts = { ids: [], warnings: [] };
  for (const each of drafts) {
    const times = draftTimes(each, timeZone, locale);
    if (times.kind === 'problem') throw new Error('A draft without problems has times.');
    const result = await runMutation(createShiftMutation, 'createShift', {
      input: {
        facilityId,
        agentId,
        kind: isPlaceholder ? 'PLACEHOLDER' : 'WORK',
        startsAt: times.startsAt.toISOString(),
        endsAt: times.endsAt.toISOString(),
        qualification: isPlaceholder ? null : each.qualification || null,
        breakMinutes: Number(each.breakMinutes || 0),
        note: each.note || null,
      },
    });
    if (result.kind !== 'done') {
      for (const id of created.ids) {
        await runMutation(cancelShiftMutation, 'cancelShift', {
          input: { id, reason: 'Created together with a shift that was refused' },
        });
      }
      return withOtherShift(result);
    }
    created.ids.push(result.payload.shift.id);
    created.warnings.push(...result.payload.warnings.map(({ message }) => message));
  }
  return { kind: 'done', payload: created };
}
