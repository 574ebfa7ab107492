'use server';

import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import type { RecordValues } from '../../design/records/recordFields.ts';
import { agentValues } from './recordValues.ts';
import { agentRecord } from './agentRecord.query.ts';
import { saveChanges, saveInput, orNull } from '../../design/records/saveChanges.ts';
import type { SaveInput } from '../../design/records/RecordForm.tsx';
import { updateAgentMutation } from './updateAgent.mutation.ts';

/** Changes the home area or telephone number of an agent. */
export async function saveAgent(given: SaveInput): Promise<ActionResult<{ values: RecordValues }>> {
  const { id, before, after } = saveInput.parse(given);
  const answer = await askGraph(agentRecord, { id, first: 1 });
  const present = partOf(answer, ({ agent }) => agent && agentValues(agent));
  return saveChanges({ before, after }, present, async (changed) => {
    const input = { id, ...orNull(changed) };
    const result = await runMutation(updateAgentMutation, 'updateAgent', { input });
    if (result.kind !== 'done') return result;
    return { kind: 'done', payload: { values: agentValues(result.payload.agent) } };
  });
}
