'use server';

import { z } from 'zod';
import type { AgentSearchQuery } from '../../../generated/graphql.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { partOf } from '../../graph/partOf.ts';
import { peopleToFind } from '../../graph/peopleToFind.query.ts';
import { agentSearch } from './agentSearch.query.ts';

const input = z.object({
  /** Part of a name, or of a home area. */
  text: z.string().trim().max(200),
  /** Who holds this one, by its code; anyone when null. */
  qualification: z.string().max(200).nullable(),
  /** Who has worked at this facility is listed while nothing is typed. */
  facilityId: z.uuid(),
});

type Found = NonNullable<AgentSearchQuery['agents']>;
type FoundAgent = Found['nodes'][number];

/** Agents by name, and whether some who fit are not among them. */
export interface FoundAgents {
  readonly agents: readonly FoundAgent[];
  readonly isCut: boolean;
}

/**
 * The agents that a shift can be given to: those whose name or home area has the text, at most forty. Without a text,
 * those who have worked at the facility.
 */
export async function searchAgents(given: z.infer<typeof input>): Promise<Outcome<FoundAgents>> {
  const { text, qualification, facilityId } = input.parse(given);
  const find = async (filter: Record<string, unknown>) =>
    partOf(
      await askGraph(agentSearch, { filter: { ...(qualification && { qualification }), ...filter } }),
      ({ agents }) => agents,
    );
  if (text === '') {
    const here = await find({ workedAtFacilityId: facilityId });
    return here.kind === 'data' ? { ...here, data: foundIn([here.data]) } : here;
  }
  const [people, inArea] = await Promise.all([
    askGraph(peopleToFind, { filter: { name: text } }),
    find({ homeArea: text }),
  ]);
  const named = partOf(people, ({ people: found }) => found);
  if (named.kind !== 'data') return named;
  const byPerson = await find({ personIds: named.data.nodes.map(({ id }) => id) });
  if (byPerson.kind !== 'data') return byPerson;
  if (inArea.kind !== 'data') return inArea;
  return { ...byPerson, data: foundIn([byPerson.data, inArea.data], named.data.pageInfo.hasNextPage) };
}

function foundIn(lists: readonly Found[], isCut = false): FoundAgents {
  const all = new Map(lists.flatMap(({ nodes }) => nodes).map((agent) => [agent.id, agent]));
  const nameOf = ({ person }: FoundAgent) => person?.name ?? '';
  return {
    agents: [...all.values()].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
    isCut: isCut || lists.some(({ pageInfo }) => pageInfo.hasNextPage),
  };
}
