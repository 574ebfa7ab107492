'use server';

import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { partOf } from '../../graph/partOf.ts';
import { runMutation } from '../../graph/runMutation.ts';
import { clearFacilityPreference } from './clearFacilityPreference.mutation.ts';
import { ownPreference } from './ownPreference.query.ts';
import { setFacilityPreference } from './setFacilityPreference.mutation.ts';

const input = z.object({
  facilityId: z.string(),
  /** Null takes back what was said. */
  preference: z.enum(['PREFERRED', 'NEUTRAL', 'AVOID']).nullable(),
  /** Empty for none. */
  reason: z.string(),
});

/** What an agent says of a facility. */
export type Said = Omit<z.infer<typeof input>, 'facilityId'>;

/** Keeps what the agent who is signed in says of a facility, or takes it back. */
export async function sayPreference(given: z.infer<typeof input>): Promise<ActionResult<object>> {
  const { facilityId, preference, reason } = input.parse(given);
  if (preference === null) {
    const said = partOf(await askGraph(ownPreference, { facilityId }), ({ facility }) => facility);
    if (said.kind !== 'data') return { kind: 'trouble', trouble: said };
    const { myPreference } = said.data;
    if (!myPreference) return { kind: 'done', payload: {} };
    return runMutation(clearFacilityPreference, 'clearFacilityPreference', {
      input: { id: myPreference.id },
    });
  }
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return { kind: 'trouble', trouble: agent };
  return runMutation(setFacilityPreference, 'setFacilityPreference', {
    input: { agentId: agent.data, facilityId, preference, reason: reason.trim() || null },
  });
}
