'use server';

import type { RecordValues } from '../../design/records/recordFields.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { saveChanges, saveInput } from '../../design/records/saveChanges.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { consoleDetails } from './consoleDetails.query.ts';
import { refusalAtField } from './refusalAtField.ts';
import { updateWorkshopMutation } from './updateWorkshop.mutation.ts';
import { workshopInput } from './workshopInput.ts';
import { workshopValues } from './workshopValues.ts';

/** Changes the details of a workshop. */
export async function saveWorkshop(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const present = partOf(await askGraph(consoleDetails, { id }), ({ workshop }) => workshop);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const now = workshopValues(present.data);
  return saveChanges({ before, after }, { ...present, data: now }, async (changed) => {
    const input = workshopInput({ ...now, ...changed }, Object.keys(changed), await readerLocale());
    if ('message' in input) return { kind: 'refusal', refusal: input };
    const result = await runMutation(updateWorkshopMutation, 'updateWorkshop', {
      input: { id, revision: present.data.revision, ...input },
    });
    if (result.kind === 'refusal') return { kind: 'refusal', refusal: refusalAtField(result.refusal) };
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: workshopValues(result.payload.workshop) } };
  });
}
