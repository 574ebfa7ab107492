'use server';

import { z } from 'zod';
import { readerLocale } from '../../design/readerLocale.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { createShiftMutation } from './createShift.mutation.ts';
import { optionalText } from '../../design/records/optionalText.ts';
import { spanInstants } from '../../design/records/spanInstants.ts';

const input = z.object({
  facilityId: z.string(),
  timeZone: z.string(),
  startDay: z.string(),
  startTime: z.string(),
  endDay: z.string(),
  endTime: z.string(),
  qualification: optionalText,
  breakMinutes: z.coerce.number().int(),
  note: optionalText,
});

/** Adds an open shift at a facility, by its clocks. */
export async function createShift(given: Record<string, string>): Promise<ActionResult<{ id: string }>> {
  const { facilityId, timeZone, qualification, breakMinutes, note, ...times } = input.parse(given);
  const instants = spanInstants(times, timeZone, await readerLocale());
  if ('message' in instants) return { kind: 'refusal', refusal: instants };
  const result = await runMutation(createShiftMutation, 'createShift', {
    input: { facilityId, ...instants, qualification, breakMinutes, note },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { id: result.payload.shift.id } };
}
