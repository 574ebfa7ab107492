import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import fc from 'fast-check';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FixtureGateway, composeFixtures, startFixtureGateway } from '../../fixtures/graph.ts';
import { withEnforcedFeatures } from '../access/enforcedFeatures.ts';

let graph: FixtureGateway;
let stock: Awaited<ReturnType<typeof startStock>>;
beforeAll(async () => {
  graph = await startFixtureGateway({ protection: null });
  stock = await startStock();
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.people.received.length = 0;
  graph.staffing.received.length = 0;
  graph.people.misbehave = undefined;
  graph.staffing.misbehave = undefined;
});

/** Apollo's gateway with its own execution, before the same subgraphs. */
async function startStock() {
  const urls: Record<string, string> = { people: graph.people.url, staffing: graph.staffing.url };
  const gateway = new ApolloGateway({
    supergraphSdl: withEnforcedFeatures(composeFixtures()),
    buildService: ({ name }) => new RemoteGraphQLDataSource({ url: urls[name]! }),
  });
  const { executor, schema } = await gateway.load();
  return async (query: string, variables: Record<string, unknown> = {}) => {
    const document = parse(query);
    const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
    const result = await executor({
      request: { query, variables },
      document,
      operation,
      operationName: null,
      queryHash: query,
      source: query,
      schema,
      metrics: {},
      context: {},
      cache: undefined,
      logger: console,
    } as never);
    return JSON.parse(JSON.stringify({ data: result.data, failed: result.errors?.length ?? 0 })) as object;
  };
}

const ask = async (query: string, variables = {}) => {
  const { body } = await graph.ask(null, query, variables);
  return { data: body.data, failed: body.errors?.length ?? 0 };
};

describe('what comes back', () => {
  const leaf = (name: string, ...more: string[]) => fc.constantFrom(name, ...more);
  const { selection } = fc.letrec<{
    selection: string;
    person: string;
    named: string;
    shift: string;
    house: string;
  }>((tie) => {
    const set = (...fields: fc.Arbitrary<string>[]) =>
      fc
        .array(fc.oneof({ maxDepth: 4, depthSize: 'small' }, ...(fields as [fc.Arbitrary<string>])), {
          minLength: 1,
          maxLength: 4,
        })
        .map((parts) => `{ ${parts.map((part, i) => part.replace('%', `a${i}: `)).join(' ')} }`);
    const under = (field: string, inner: fc.Arbitrary<string>) => inner.map((text) => `%${field} ${text}`);
    const condition = fc.constantFrom('', ' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: true)');
    return {
      person: set(
        leaf('id', '__typename', '%name', '%note', 'diary'),
        under('owner', tie('person')),
        under('shifts', tie('shift')),
      ),
      shift: set(leaf('id', '%title', 'rate', '%__typename'), under('worker', tie('person'))),
      house: set(leaf('id', 'rooms', '%name'), under('owner', tie('house'))),
      named: set(
        leaf('id', '%name', '__typename'),
        fc.tuple(condition, tie('person')).map(([when, text]) => `... on Person${when} ${text}`),
        tie('house').map((text) => `... on House ${text}`),
        under('owner', tie('named')),
      ),
      selection: set(
        under('me', tie('person')),
        under('named', tie('named')),
        under(
          'found',
          tie('person').map((text) => `{ __typename ... on Person ${text} }`),
        ),
        under('shifts', tie('shift')),
        under(
          'crew(first: 3)',
          tie('person').map((text) => `{ nodes ${text} }`),
        ),
        under('team(size: 2)', tie('person')),
        fc.constant('__typename'),
      ),
    };
  });

  test('is what Apollo’s own execution makes of the same plan', async () => {
    await fc.assert(
      fc.asyncProperty(selection, fc.boolean(), fc.boolean(), async (text, yes, no) => {
        const query = `query ($yes: Boolean!, $no: Boolean = false) ${text}`;
        const used = `${query}`.includes('$yes)') ? query : query.replace('$yes: Boolean!, ', '');
        const whole = used.includes('$no)') ? used : used.replace(/,? ?\$no: Boolean = false/, '');
        const operation = whole.replace('query () ', '');
        const variables = {
          ...(operation.includes('$yes') && { yes }),
          ...(operation.includes('$no') && { no }),
        };
        const { body } = await graph.ask(null, operation, variables);
        fc.pre(body.errors?.[0]?.extensions.code !== 'GRAPHQL_VALIDATION_FAILED'); // `a1: id` and `a1: name` at once
        fc.pre(body.errors?.[0]?.extensions.code !== 'LIMIT_EXCEEDED');
        expect({ data: body.data, failed: body.errors?.length ?? 0 }).toEqual(
          await stock(operation, variables),
        );
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });
});

describe('entities', () => {
  test('are asked for once, however often they occur', async () => {
    const query = '{ shifts { worker { name } } team { shifts { worker { name note } } } }';
    expect(await ask(query)).toEqual(await stock(query));
    graph.people.received.length = 0;
    await ask(query);
    const sizes = graph.people.received
      .map(({ variables }) => (variables.representations as unknown[] | undefined)?.length)
      .filter((length) => length !== undefined);
    expect(sizes.length).toBeGreaterThan(0);
    for (const size of sizes) expect(size).toBe(1);
  });

  test('that occur twice keep what a subgraph says of them at each place', async () => {
    const worker = { __typename: 'Person', id: '1' };
    const shifts = ['a', 'b', 'b'].map((id) => ({ id, worker: { ...worker, shifts: [{ id, worker }] } }));
    graph.staffing.misbehave = (response) =>
      Boolean(
        response
          .setHeader('content-type', 'application/json')
          .end(
            JSON.stringify({ data: { shifts: [...shifts, { id: 'c', worker: { ...worker, shifts: [] } }] } }),
          ),
      );
    const query = '{ shifts { id worker { name shifts { id worker { id name } } } } }';
    const { data } = await ask(query);
    expect(data.shifts.map(({ worker }: { worker: { shifts: object[] } }) => worker.shifts.length)).toEqual([
      1, 1, 1, 0,
    ]);
    expect({ data, failed: 0 }).toEqual(await stock(query));
  });

  test('that the service they belong to does not have are null where they may be, which is no error', async () => {
    graph.people.misbehave = (response, { query }) =>
      query.includes('_entities') &&
      Boolean(
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ data: { _entities: [null] } })),
      );
    for (const query of ['{ shifts { id worker { name } } }', '{ shifts { id worker { id note } } }']) {
      const { data } = (await stock(query)) as { data: object }; // Apollo's has the same data, and an error
      expect(await ask(query)).toEqual({ data, failed: 0 });
    }
    expect((await ask('{ shifts { id worker { name } } }')).data.shifts[0]).toEqual({
      id: 'a',
      worker: null,
    });
  });

  test('that fail are told of at every place where they occur', async () => {
    graph.people.misbehave = (response, { query }) =>
      query.includes('_entities') &&
      Boolean(
        response.setHeader('content-type', 'application/json').end(
          JSON.stringify({
            data: { _entities: [null] },
            errors: [{ message: 'gone', path: ['_entities', 0, 'name'], extensions: { code: 'NOT_FOUND' } }],
          }),
        ),
      );
    const { body } = await graph.ask(null, '{ shifts { worker { name } } }');
    expect(body.errors!.map(({ path }) => path)).toEqual([
      ['shifts', 0, 'worker', 'name'],
      ['shifts', 1, 'worker', 'name'],
    ]);
  });
});

describe('an answer of a subgraph that does not fit the graph', () => {
  const answer = (data: object) => {
    graph.people.misbehave = (response) =>
      Boolean(response.setHeader('content-type', 'application/json').end(JSON.stringify({ data })));
  };

  test.each([
    [
      'null where the schema allows none',
      { me: { __typename: 'Person', id: '1', name: null } },
      { me: null },
      ['me', 'name'],
    ],
    ['a list for an object', { me: [] }, { me: null }, ['me']],
    ['an object for a list', { team: {} }, null, ['team']],
    [
      'null in a list of no nulls',
      { team: [{ __typename: 'Person', id: '1', name: 'A' }, null] },
      null,
      ['team', 1],
    ],
    ['a number for a text', { me: { __typename: 'Person', id: '1', name: 5 } }, { me: null }, ['me', 'name']],
    ['a type that the schema does not have', { me: { __typename: 'Robot', id: '1' } }, { me: null }, ['me']],
  ])(
    '%s becomes null as far up as the schema demands, with an error at its place',
    async (_what, data, expected, path) => {
      answer(data);
      const field = Object.keys(data)[0]!;
      const { body } = await graph.ask(null, `{ ${field} { id name } }`);
      expect(body.data).toEqual(expected);
      expect(body.errors).toMatchObject([{ path, extensions: { code: 'INTERNAL' } }]);
    },
  );

  test('changes no prototypes', async () => {
    graph.people.misbehave = (response) =>
      Boolean(
        response
          .setHeader('content-type', 'application/json')
          .end('{"data":{"me":{"__typename":"Person","id":"1","name":"A","__proto__":{"polluted":1}}}}'),
      );
    expect(await ask('{ me { name constructor: note toString: diary } }')).toEqual({
      data: { me: { name: 'A', constructor: null, toString: null } },
      failed: 0,
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('introspection is answered beside fields of subgraphs, in fragments and under aliases', async () => {
  const query =
    'query ($name: String!) { me { id } s: __schema { queryType { name } } ...T } fragment T on Query { __type(name: $name) { name kind } }';
  expect(await ask(query, { name: 'Person' })).toEqual({
    data: {
      me: { id: '1' },
      s: { queryType: { name: 'Query' } },
      __type: { name: 'Person', kind: 'OBJECT' },
    },
    failed: 0,
  });
});

test.each([
  ['{ me { name @skip(if: true) } }', { me: {} }],
  ['query ($no: Boolean!) { shifts { worker { name @include(if: $no) } } }', { shifts: [{ worker: {} }] }],
  ['{ shifts { worker { name @skip(if: true) diary @skip(if: true) } } }', { shifts: [{ worker: {} }] }],
  ['{ named { ... on Person @skip(if: true) { name } } }', { named: {} }],
  ['{ me { ...F } } fragment F on Person { a: name @skip(if: true) ... @skip(if: true) { id } }', { me: {} }],
  ['{ crew(first: 1) { nodes { name @skip(if: true) } } }', { crew: { nodes: [{}] } }],
  ['{ me @skip(if: true) { name } }', {}],
])('%s has the object without any field', async (query, expected) => {
  const { data, failed } = await ask(query, query.includes('$no') ? { no: false } : {});
  if (Array.isArray(data.shifts)) data.shifts.length = 1;
  expect({ data, failed }).toEqual({ data: expected, failed: 0 });
});

test('several operations of one document are planned each for itself', async () => {
  const document = 'query A { me { id } } query B { me { name } }';
  const run = async (operationName: string) => {
    const response = await fetch(graph.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, operationName }),
    });
    return response.json();
  };
  expect(await run('A')).toEqual({ data: { me: { id: '1' } } });
  expect(await run('B')).toEqual({ data: { me: { name: 'Person 1' } } });
});
