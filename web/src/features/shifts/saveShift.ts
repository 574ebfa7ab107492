'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import {
  changedDraftFields,
  draftOf,
  draftProblems,
  draftTimes,
  type ShiftDraft,
  timeFields,
  withDraftFields,
} from './shiftDraft.ts';
import { shiftDraftSchema } from './shiftDraftSchema.ts';
import { shiftRecord } from './shiftRecord.query.ts';
import { updateShiftMutation } from './updateShift.mutation.ts';
import { withOtherShift } from './withOtherShift.ts';

const input = z.object({
  id: z.uuid(),
  locale: z.string(),
  before: shiftDraftSchema,
  after: shiftDraftSchema,
});

/**
 * Changes what the person has changed of a shift, by the clocks of its facility. When others have changed one of the
 * same values since the form was loaded, nothing is done and the answer says theirs.
 */
export async function saveShift(
  given: z.infer<typeof input>,
): Promise<ActionResult<{ draft: ShiftDraft; warnings: string[] }>> {
  const { id, locale, before, after } = input.parse(given);
  const present = partOf(await askGraph(shiftRecord, { id }), ({ shift }) => shift);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const { facility, revision } = present.data;
  const { timeZone } = facility;
  const now = draftOf(present.data, timeZone);
  const changed = changedDraftFields(before, after);
  const alsoChanged = changedDraftFields(before, now);
  const theirs = changed.filter((name) => alsoChanged.includes(name) && now[name] !== after[name]);
  if (theirs.length > 0) {
    return { kind: 'conflict', theirs: Object.fromEntries(theirs.map((name) => [name, now[name]])) };
  }
  const merged = withDraftFields(now, after, changed);
  const [problem] = draftProblems(merged, timeZone, locale);
  if (problem) return { kind: 'refusal', refusal: { __typename: 'InvalidInput', ...problem } };
  const times = draftTimes(merged, timeZone, locale);
  if (times.kind === 'problem') throw new Error('A draft without problems has times.');
  const result = await runMutation(updateShiftMutation, 'updateShift', {
    input: {
      id,
      revision,
      ...(changed.some((name) => timeFields.includes(name)) && {
        startsAt: times.startsAt.toISOString(),
        endsAt: times.endsAt.toISOString(),
      }),
      ...(changed.includes('qualification') && { qualification: merged.qualification || null }),
      ...(changed.includes('breakMinutes') && { breakMinutes: Number(merged.breakMinutes || 0) }),
      ...(changed.includes('note') && { note: merged.note || null }),
    },
  });
  if (result.kind !== 'done') return withOtherShift(result);
  return {
    kind: 'done',
    payload: {
      draft: draftOf(result.payload.shift, timeZone),
      warnings: result.payload.warnings.map(({ message }) => message),
    },
  };
}
