import { isDeepStrictEqual } from 'node:util';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Persona, personas, type Rows } from './expectation.ts';
import { merged } from './expectations.ts';
import { createOracle, type Cursors } from './oracle.ts';
import { RandomNumbers } from './randomNumbers.ts';
import { type ArgumentValues, randomDocument, type RandomDocument } from './randomOperations.ts';
import { startGraph, viewerOf } from './startGraph.ts';

const documentsFor = { company: 120, agent: 190, member: 30, identity: 20, anyone: 40 };
const drawsPerDocument = 25;
const atOnce = 8;
const seed = 20_261_122;

/** An operation, as often as it was drawn. */
type Drawn = [{ document: RandomDocument; variables: Record<string, unknown> }, ...unknown[]];

let graph: Awaited<ReturnType<typeof startGraph>>;
let schema: GraphQLSchema;
let ask: ReturnType<typeof createOracle>;
let documents: RandomDocument[];

beforeAll(async () => {
  // What an operation may cost has tests of its own.
  graph = await startGraph(0.15, { limits: { cost: Number.MAX_SAFE_INTEGER } });
  schema = await graph.schema();
  const admin = new pg.Client({ connectionString: graph.adminUrl });
  await admin.connect();
  const rows: Rows = {};
  for (const [table, select] of Object.entries(merged('tables')))
    rows[table] = (await admin.query(select)).rows;
  const names = [
    ...new Set(Object.values(rows).flatMap((table) => table.flatMap((row) => [row['name'], row['title']]))),
  ];
  const ranked = await admin.query<{ name: string }>(
    'select name from unnest($1::text[]) as names (name) where name is not null order by name',
    [names],
  );
  await admin.end();
  const cursors = await allCursors();
  ask = createOracle({
    schema,
    rows,
    nameRank: new Map(ranked.rows.map(({ name }, place) => [name, place])),
    cursors,
  });
  const values = argumentValues(rows, cursors);
  const random = new RandomNumbers(seed);
  documents = Object.entries(documentsFor).flatMap(([persona, count]) =>
    Array.from({ length: count }, () =>
      randomDocument(schema, persona === 'anyone' ? undefined : (persona as Persona), values, random),
    ),
  );
});
afterAll(() => graph?.close());

// One file runs all personas, so that each document is planned once.
describe.each(personas)('%s', (persona) => {
  test('gets from 10,000 random operations what the oracle expects, or is refused all of it', async () => {
    const random = new RandomNumbers(seed);
    const operations = documents.flatMap((document) =>
      Array.from({ length: drawsPerDocument }, () => ({ document, variables: document.draw(random) })),
    );
    expect(operations).toHaveLength(10_000);
    // What was drawn several times has one answer: it is asked for once.
    const drawn = Map.groupBy(operations, ({ document, variables }) =>
      JSON.stringify([document.text, variables]),
    );
    const different = [...drawn.values()];
    let answered = 0;
    const check = async ([{ document, variables }, ...same]: Drawn) => {
      const refused = document.refused(persona, variables);
      const answer = await graph.query(persona, document.text, variables);
      const told = () => JSON.stringify({ document: document.text, variables, answer });
      if (refused.length > 0) {
        expect(answer.data ?? null, told()).toBeNull();
        const named = (answer.errors?.[0]?.extensions['refused'] ?? []) as { field: string }[];
        expect(named.map(({ field }) => field).sort(), told()).toEqual(refused.sort());
        return;
      }
      const { data, errors } = await ask(viewerOf(persona), document.text, variables);
      const expected = { status: 200, data: JSON.parse(JSON.stringify(data ?? null)) as unknown };
      // Equality that says where two differ takes longer than all the rest: it is for those that do.
      if (errors || !isDeepStrictEqual(answer, expected)) {
        expect(errors, told()).toBeUndefined();
        expect(answer, told()).toEqual(expected);
      }
      answered += 1 + same.length;
    };
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let next = different.pop(); next; next = different.pop()) await check(next as Drawn);
      }),
    );
    // A generator that made nothing but refusals would prove little.
    const leastAnswered = {
      company: 9_000,
      facility: 5_000,
      agent: 5_000,
      member: 500,
      identity: 300,
      anonymous: 1,
    };
    expect(answered).toBeGreaterThanOrEqual(leastAnswered[persona]);
  }, 300_000);
});

/** Every cursor of every list in every order, collected page by page as support staff. */
async function allCursors(): Promise<Cursors> {
  const cursors = new Map<string, { id: string; cursor: string }[]>();
  const collect = (name: string, edges: { cursor: string; node: { id: string } }[]) => {
    const known = cursors.get(name) ?? [];
    known.push(...edges.map(({ cursor, node }) => ({ id: node.id, cursor })));
    cursors.set(name, known);
  };
  const edges = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor }';
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const orderBy = field.args.find(({ name }) => name === 'orderBy');
    if (!orderBy) continue;
    const orderType = schema.getType(String(orderBy.type)) as import('graphql').GraphQLInputObjectType;
    const orderFields = orderType.getFields()['field']!.type as import('graphql').GraphQLNonNull<
      import('graphql').GraphQLEnumType
    >;
    for (const { name } of orderFields.ofType.getValues()) {
      for (const direction of ['ASC', 'DESC']) {
        let after: string | null = null;
        do {
          const { data, errors } = await graph.query(
            'company',
            `query ($after: String) { list: ${field.name}(first: 100, after: $after, orderBy: { field: ${name}, direction: ${direction} }) { ${edges} } }`,
            { after },
          );
          if (errors) throw new Error(JSON.stringify(errors));
          collect(`${String(field.type).replace('!', '')} ${name} ${direction}`, data.list.edges);
          after = data.list.pageInfo.hasNextPage ? data.list.pageInfo.endCursor : null;
        } while (after);
      }
    }
  }
  // Lists that are not at the root have one order; people have few memberships.
  const { data } = await graph.query(
    'company',
    `{ organisations(first: 100) { nodes { memberships(first: 100) { ${edges} } } } }`,
  );
  for (const { memberships } of data.organisations.nodes) {
    if (memberships.pageInfo.hasNextPage) throw new Error('An organisation has more members than one page.');
    collect('MembershipConnection CREATED_AT ASC', memberships.edges);
  }
  for (const order of ['STARTS_AT ASC', 'STARTS_AT DESC', 'SIGNED_UP ASC', 'SIGNED_UP DESC']) {
    const [field, direction] = order.split(' ');
    const { data } = await graph.query(
      'company',
      `{ workshops(first: 100) { nodes { participants(first: 100, orderBy: { field: ${field}, direction: ${direction} }) { ${edges} } } } }`,
    );
    for (const { participants } of data.workshops.nodes) {
      collect(`ParticipantConnection ${order}`, participants.edges);
    }
  }
  const { data: names } = await graph.query(
    'company',
    `{ workshops(first: 100) { nodes { attendees(first: 100) { ${edges} } organizers { person { organizes(first: 100) { ${edges} } } } } } }`,
  );
  for (const { attendees, organizers } of names.workshops.nodes) {
    collect('AttendeeConnection CREATED_AT ASC', attendees.edges);
    for (const { person } of organizers)
      collect('OrganizerConnection CREATED_AT DESC', person.organizes.edges);
  }
  return cursors;
}

function argumentValues(rows: Rows, cursors: Cursors): ArgumentValues {
  const lists = merged('lists');
  const ids = Object.values(rows).flatMap((table) => table.flatMap((row) => row['id'] ?? []) as string[]);
  const names = Object.values(rows).flatMap((table) => table.flatMap((row) => row['name'] ?? []) as string[]);
  const instants = rows['shift']!.map((shift) => (shift['startsAt'] as Date).toISOString());
  return {
    id(random, field) {
      const table = rows[field.replace(/Id$/, '')];
      if (table?.length && random.chance(0.8)) return random.pick(table)['id'] as string;
      return random.chance(0.9) ? random.pick(ids) : '00000000-0000-7000-8000-000000000000';
    },
    cursor(random, connectionType) {
      if (lists[connectionType]!.ordersDiffer) return undefined;
      const known = cursors.get(`${connectionType} ${lists[connectionType]!.order} ASC`);
      return known && known.length > 0 ? random.pick(known).cursor : undefined;
    },
    instant: (random) => random.pick(instants),
    text(random) {
      if (random.chance(0.2)) return '%';
      return random.chance(0.5)
        ? (random.pick(rows['login']!)['subject'] as string)
        : random.pick(names).slice(0, 1 + random.below(4));
    },
  };
}

test('every field of the graph is one that the oracle can answer', () => {
  const resolve = merged('resolve');
  const lists = merged('lists');
  const leftOut = Object.keys(merged('notCompared')).map((coordinate) => {
    const [type, field] = coordinate.split('.') as [string, string];
    const found = schema.getType(type);
    return isObjectType(found) ? getNamedType(found.getFields()[field]!.type).name : '';
  });
  const connections = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.name.endsWith('Connection') && !leftOut.includes(type.name),
  );
  expect(connections.map((type) => type.name).sort()).toEqual(Object.keys(lists).sort());
  const queryFields = Object.keys(schema.getQueryType()!.getFields()).map((field) => `Query.${field}`);
  expect(Object.keys({ ...resolve, ...merged('notCompared') })).toEqual(expect.arrayContaining(queryFields));
});
