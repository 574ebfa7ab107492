import 'server-only';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import type { HitGroup } from './hit.ts';
import { recordsById } from './recordsById.query.ts';
import { searchRecords } from './searchRecords.query.ts';
import { toHitGroups } from './toHitGroups.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const list = <Value>(value: Value | null | undefined): Value[] => (value == null ? [] : [value]);

/** The records that a text names: part of a name, an address, an email, a telephone number, a note; or an id. */
export async function findRecords(text: string): Promise<Outcome<HitGroup[]>> {
  const locale = await readerLocale();
  if (uuid.test(text)) {
    const outcome = await askGraph(recordsById, { id: text.toLowerCase() });
    // No record of any kind is an answer without anything in it.
    if (outcome.kind !== 'data') return outcome;
    const { person, organisation, facility, agent, shift, workshop } = outcome.data;
    const found = {
      people: list(person),
      organisations: list(organisation),
      facilities: list(facility),
      agents: [...list(person?.agent), ...list(agent)],
      shifts: list(shift),
      workshops: list(workshop),
    };
    return { ...outcome, data: toHitGroups(found, null, locale) };
  }
  const outcome = await askGraph(searchRecords, { text });
  if (outcome.kind !== 'data') return outcome;
  const { people, organisations, facilities, agents, shifts, workshops } = outcome.data;
  const found = {
    people: people?.nodes ?? [],
    organisations: organisations?.nodes ?? [],
    facilities: facilities?.nodes ?? [],
    agents: [...(people?.nodes ?? []).flatMap(({ agent }) => list(agent)), ...(agents?.nodes ?? [])],
    shifts: shifts?.nodes ?? [],
    workshops: workshops?.nodes ?? [],
  };
  return { ...outcome, data: toHitGroups(found, text, locale) };
}
