'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import { facilityValues } from './recordValues.ts';
import { facilityRecord } from './facilityRecord.query.ts';
import { saveChanges, saveInput, orNull } from '../../design/records/saveChanges.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { updateFacilityMutation } from './updateFacility.mutation.ts';

/** Changes a facility. */
export async function saveFacility(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const answer = await askGraph(facilityRecord, { id, first: 1 });
  const present = partOf(answer, ({ facility }) => facility && facilityValues(facility));
  return saveChanges({ before, after }, present, async (changed) => {
    const { name, timeZone, ...others } = changed;
    const input = { id, name, timeZone, ...orNull(others) };
    const result = await runMutation(updateFacilityMutation, 'updateFacility', { input });
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: facilityValues(result.payload.facility) } };
  });
}
