'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { agentValues, changedFields, type AgentValues } from './agentValues.ts';
import { ownProfile } from './ownProfile.query.ts';
import { updateAgent } from './updateAgent.mutation.ts';

const values = z.object({ phone: z.string(), homeArea: z.string() });
const input = z.object({ before: values, after: values });

/**
 * Changes what agents have changed of their own profile, and nothing else. When others have changed one of the same
 * values since the form was loaded, nothing is done and the answer says theirs.
 */
export async function saveAgent(
  given: z.infer<typeof input>,
): Promise<ActionResult<{ values: AgentValues }>> {
  const { before, after } = input.parse(given);
  const changed = changedFields(before, after);
  const present = partOf(await askGraph(ownProfile, {}), ({ me }) => me?.agent);
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const now = agentValues(present.data);
  const theirs = changed.filter((name) => now[name] !== before[name] && now[name] !== after[name]);
  if (theirs.length > 0) {
    return { kind: 'conflict', theirs: Object.fromEntries(theirs.map((name) => [name, now[name]])) };
  }
  const result = await runMutation(updateAgent, 'updateAgent', {
    input: {
      id: present.data.id,
      ...Object.fromEntries(changed.map((name) => [name, after[name].trim() || null])),
    },
  });
  if (result.kind !== 'done') return result;
  return { kind: 'done', payload: { values: agentValues(result.payload.agent) } };
}
