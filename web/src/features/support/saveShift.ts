'use server';

import { readerLocale } from '../../design/readerLocale.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { shiftValues } from './recordValues.ts';
import { saveChanges, saveInput } from '../../design/records/saveChanges.ts';
import { spanInstants, type SpanTimes } from '../../design/records/spanInstants.ts';
import { shiftRecord } from './shiftRecord.query.ts';
import { updateShiftMutation } from './updateShift.mutation.ts';

const times = ['startDay', 'startTime', 'endDay', 'endTime'];

/** Changes times, break, qualification or note of a shift. */
export async function saveShift(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const present = partOf(await askGraph(shiftRecord, { id, first: 1 }), ({ shift }) => shift);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const shift = present.data;
  return saveChanges({ before, after }, { ...present, data: shiftValues(shift) }, async (changed) => {
    const isMoved = times.some((name) => name in changed);
    const wanted = { ...shiftValues(shift), ...after } as unknown as SpanTimes;
    const instants = isMoved ? spanInstants(wanted, shift.facility.timeZone, await readerLocale()) : null;
    if (instants && 'message' in instants) return { kind: 'refusal', refusal: instants };
    const { qualification, breakMinutes, note } = changed;
    if (breakMinutes !== undefined && !/^\d+$/.test(breakMinutes.trim())) {
      const message = 'A break is a number of minutes.';
      return { kind: 'refusal', refusal: { __typename: 'InvalidInput', field: 'breakMinutes', message } };
    }
    const result = await runMutation(updateShiftMutation, 'updateShift', {
      input: {
        id,
        ...instants,
        ...(qualification !== undefined && { qualification: qualification || null }),
        ...(breakMinutes !== undefined && { breakMinutes: Number(breakMinutes) }),
        ...(note !== undefined && { note: note.trim() || null }),
      },
    });
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: shiftValues(result.payload.shift) } };
  });
}
