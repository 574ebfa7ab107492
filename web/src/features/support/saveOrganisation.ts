'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import { organisationValues } from './recordValues.ts';
import { organisationRecord } from './organisationRecord.query.ts';
import { saveChanges, saveInput } from '../../design/records/saveChanges.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { updateOrganisationMutation } from './updateOrganisation.mutation.ts';

/** Changes the name or kind of an organisation. */
export async function saveOrganisation(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const answer = await askGraph(organisationRecord, { id, first: 1 });
  const present = partOf(answer, ({ organisation }) => organisation && organisationValues(organisation));
  return saveChanges({ before, after }, present, async (changed) => {
    const input = { id, ...changed };
    const result = await runMutation(updateOrganisationMutation, 'updateOrganisation', { input });
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: organisationValues(result.payload.organisation) } };
  });
}
