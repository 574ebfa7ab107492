import 'server-only';
import { askGraph } from '../graph/askGraph.ts';
import { codeNames } from './codeNames.query.ts';
import { type HistoryNames, type RecordKind, type RecordLink, recordsIn } from './historyWords.ts';
import { recordName } from './recordName.query.ts';

/** Where records are, for support staff, who alone see history. */
const places: Readonly<Record<RecordKind, string>> = {
  person: '/s/people',
  organisation: '/s/organisations',
  facility: '/s/facilities',
  agent: '/s/agents',
};

/** What the records and codes in changes are called. Each record is asked for once. */
export async function historyNames(
  changes: readonly { field: string; before: string | null; after: string | null }[],
): Promise<HistoryNames> {
  const values = changes.flatMap(({ field, before, after }) =>
    [before, after].filter((value) => value !== null).map((value) => ({ field, value })),
  );
  const named = new Map(
    values.flatMap(({ field, value }) => recordsIn(field, value)).map(({ id, kind }) => [id, kind]),
  );
  const hasCodes = values.some(({ field }) => /^(qualification|requirement)s?$/.test(field));
  const [records, codes] = await Promise.all([
    Promise.all([...named].map(async ([id, kind]) => [id, await linkOf(id, kind)] as const)),
    hasCodes ? askGraph(codeNames, {}) : null,
  ]);
  const { qualifications = null, requirementKinds = null } = codes?.kind === 'data' ? codes.data : {};
  return {
    records: new Map(records.filter((each): each is [string, RecordLink] => each[1] !== null)),
    codes: new Map(
      [...(qualifications ?? []), ...(requirementKinds ?? [])].map(({ code, displayName }) => [
        code,
        displayName,
      ]),
    ),
  };
}

/** Null for a record that is gone, that the reader does not see, or whose service is down. */
async function linkOf(id: string, kind: RecordKind): Promise<RecordLink | null> {
  const outcome = await askGraph(recordName, {
    id,
    person: kind === 'person',
    organisation: kind === 'organisation',
    facility: kind === 'facility',
    agent: kind === 'agent',
  });
  if (outcome.kind !== 'data') return null;
  const { person, organisation, facility, agent } = outcome.data;
  const name = (person ?? organisation ?? facility ?? agent?.person)?.name;
  return name === undefined ? null : { name, href: `${places[kind]}/${id}` };
}
