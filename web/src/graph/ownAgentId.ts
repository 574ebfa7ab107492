import 'server-only';
import { cache } from 'react';
import { askGraph } from './askGraph.ts';
import type { Outcome } from './outcome.ts';
import { ownAgent } from './ownAgent.query.ts';

/** The id of the agent who is signed in; refused to a person who is none. Asked once for each page or action. */
export const ownAgentId = cache(async (): Promise<Outcome<string>> => {
  const outcome = await askGraph(ownAgent, {});
  if (outcome.kind !== 'data') return outcome;
  const { down } = outcome;
  const id = outcome.data.me?.agent?.id;
  if (id !== undefined) return { kind: 'data', data: id, down };
  return down[0] === undefined
    ? { kind: 'refused', requestId: '' }
    : { kind: 'unavailable', service: down[0], requestId: '' };
});
