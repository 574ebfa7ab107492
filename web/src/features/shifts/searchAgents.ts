'use server';

import { z } from 'zod';
import type { AgentSearchQuery } from '../../../generated/graphql.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { partOf } from '../../graph/partOf.ts';
import { peopleByName } from '../../graph/peopleByName.query.ts';
import { agentSearch } from './agentSearch.query.ts';

const input = z.object({
  /** Part of a name, or of a home area. */
  text: z.string().trim().max(200),
  /** Who holds this one, by its code; anyone when null. */
  qualification: z.string().max(200).nullable(),
  /** Who has worked at this facility is listed while nothing is typed. */
  facilityId: z.uuid(),
});

export type FoundAgent = NonNullable<AgentSearchQuery['agents']>['nodes'][number];

/**
 * The agents that a shift can be given to: those whose name or home area has the text, at most forty. Without a text,
 * those who have worked at the facility.
 */
export async function searchAgents(given: z.infer<typeof input>): Promise<Outcome<FoundAgent[]>> {
  const { text, qualification, facilityId } = input.parse(given);
  const find = async (filter: Record<string, unknown>) =>
    partOf(
      await askGraph(agentSearch, { filter: { ...(qualification && { qualification }), ...filter } }),
      ({ agents }) => agents?.nodes,
    );
  if (text === '') return byName(await find({ workedAtFacilityId: facilityId }));
  const [people, inArea] = await Promise.all([
    askGraph(peopleByName, { name: text }),
    find({ homeArea: text }),
  ]);
  const named = partOf(people, ({ people: found }) => found?.nodes);
  if (named.kind !== 'data') return named;
  const byPerson = await find({ personIds: named.data.map(({ id }) => id) });
  if (byPerson.kind !== 'data' || inArea.kind !== 'data') return byPerson.kind !== 'data' ? byPerson : inArea;
  const all = new Map([...byPerson.data, ...inArea.data].map((agent) => [agent.id, agent]));
  return byName({ ...byPerson, data: [...all.values()] });
}

function byName(outcome: Outcome<FoundAgent[]>): Outcome<FoundAgent[]> {
  if (outcome.kind !== 'data') return outcome;
  const nameOf = ({ person }: FoundAgent) => person?.name ?? '';
  return { ...outcome, data: outcome.data.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))) };
}
