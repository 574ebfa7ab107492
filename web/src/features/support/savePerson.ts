'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import { personValues } from './recordValues.ts';
import { personRecord } from './personRecord.query.ts';
import { saveChanges, saveInput, orNull } from '../../design/records/saveChanges.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { updatePersonMutation } from './updatePerson.mutation.ts';

/** Changes what a person has changed of the name and contact data of somebody. */
export async function savePerson(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const answer = await askGraph(personRecord, { id, first: 1 });
  const present = partOf(answer, ({ person }) => person && personValues(person));
  return saveChanges({ before, after }, present, async (changed) => {
    const { name, ...contact } = changed;
    const input = {
      id,
      name,
      contact: Object.fromEntries(
        Object.entries(orNull(contact)).map(([field, value]) => [field.replace('contact.', ''), value]),
      ),
    };
    const result = await runMutation(updatePersonMutation, 'updatePerson', { input });
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: personValues(result.payload.person) } };
  });
}
