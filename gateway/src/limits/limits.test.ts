import { buildSchema, parse, validate } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { type FixtureGateway, startFixtureGateway } from '../../fixtures/graph.ts';
import { type LimitName, type Limits, defaultLimits, limitTable } from './limits.ts';
import { createSizeRule, operationSizes } from './operationSize.ts';

let graph: FixtureGateway;
afterEach(() => graph.close());

const start = async (limits: Partial<Limits>) => (graph = await startFixtureGateway({ limits }));
const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const ownersDeep = (levels: number): string => (levels === 1 ? 'id' : `owner { ${ownersDeep(levels - 1)} }`);

/** For each limit of operations, one of exactly so much. */
const ofSize: [LimitName, number, (size: number) => string][] = [
  ['tokens', 20, (size) => `{ me { ${repeated(size - 5, () => 'id')} } }`],
  ['depth', 4, (size) => `{ me { ${ownersDeep(size - 1)} } }`],
  [
    'fields',
    6,
    (size) => `{ me { ...A ${repeated(size - 3, () => 'id')} } } fragment A on Person { id name }`,
  ],
  [
    'aliases',
    3,
    (size) => `{ me { id ${repeated(size - 1, (i) => `a${i}: id`)} ...A } } fragment A on Person { a: id }`,
  ],
  [
    'rootFields',
    3,
    (size) => `{ ...A ${repeated(size - 1, (i) => `a${i}: __typename`)} } fragment A on Query { me { id } }`,
  ],
  ['directives', 3, (size) => `{ me { id ${repeated(size, () => '... @include(if: true) { name }')} } }`],
  // `named` and each owner is one object.
  ['cost', 4, (size) => `{ named { ${ownersDeep(size)} } }`],
];

describe.each(ofSize)('%s', (name, most, operation) => {
  test('below and at the limit pass, above it the error names limit, setting and what to do', async () => {
    await start({ [name]: most });
    for (const size of [most - 1, most]) {
      expect((await graph.ask('agent', operation(size))).body.errors, `${size}`).toBeUndefined();
    }
    graph.people.received.length = 0;
    const { status, body } = await graph.ask('agent', operation(most + 1));
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0]!.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: name, most });
    expect(body.errors![0]!.message).toContain(`(${limitTable[name].setting}). `);
    expect(graph.calls()).toBe(0);
  });
});

describe('an estimated cost', () => {
  test('counts lists by what is asked for, also by a variable, and mutations tenfold', async () => {
    await start({ cost: 11 });
    const given = async (query: string, variables = {}) =>
      (await graph.ask('company', query, variables)).body.errors?.[0]?.extensions.given;
    expect(await given('{ crew(first: 11) { nodes { id } } }')).toBe(12);
    expect(await given('{ crew(first: 10) { nodes { id } } }')).toBeUndefined();
    expect(await given('query ($n: Int = 30) { crew(first: $n) { nodes { id } } }')).toBe(31);
    expect(
      await given('query ($n: Int = 30) { crew(first: $n) { nodes { id } } }', { n: 3 }),
    ).toBeUndefined();
    expect(await given('{ crew(last: 11) { nodes { id } } }')).toBe(12);
    // By the directives: 5, and 1 for each.
    expect(await given('{ team(size: 7) { id } }')).toBe(12);
    expect(await given('{ team { id } a: team { id } }')).toBe(16);
    // Said by nobody, 20 of the connection, and 10 of a list that says nothing.
    expect(await given('{ crew { nodes { id } } }')).toBe(21);
    expect(await given('{ found { __typename } s: found { __typename } }')).toBe(20);
    expect(
      await given(
        'mutation { rename(input: { id: 1, name: "a" }) { ... on RenamePayload { person { id } } } }',
      ),
    ).toBe(12);
  });
});

describe('a request', () => {
  test('of more bytes than allowed is refused', async () => {
    await start({ bodyBytes: 200 });
    const post = (length: number) =>
      fetch(graph.gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"{ __typename }"}`.padEnd(length),
      });
    expect([(await post(199)).status, (await post(200)).status]).toEqual([200, 200]);
    const refused = await post(201);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({
      errors: [{ message: expect.stringContaining('LIMIT_BODY_BYTES'), extensions: { limit: 'bodyBytes' } }],
    });
  });

  test('beyond those of its viewer in the window is refused, and others are not', async () => {
    await start({ requests: 2, windowSeconds: 3600 });
    const ask = (role: string | null) => graph.ask(role, '{ __typename }');
    expect([(await ask('agent')).status, (await ask('agent')).status]).toEqual([200, 200]);
    const refused = await ask('agent');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3500);
    expect(refused.body.errors![0]).toMatchObject({
      message:
        'You have sent more requests in this window than 2 (LIMIT_REQUESTS). Wait, and send fewer at a time.',
      extensions: { code: 'LIMIT_EXCEEDED', limit: 'requests', most: 2 },
    });
    expect([(await ask('facility')).status, (await ask(null)).status]).toEqual([200, 200]);
  });
});

describe('an answer', () => {
  const query = '{ me { id name } }';

  test('of more bytes than allowed is refused', async () => {
    const length = JSON.stringify({ data: { me: { id: '1', name: 'Person 1' } } }).length;
    for (const [most, code] of [
      [length + 100, undefined],
      [length - 1, 'LIMIT_EXCEEDED'],
    ] as const) {
      await start({ responseBytes: most });
      // The subgraph's own answer has to fit as well, and is larger here.
      graph.people.misbehave = (response) =>
        Boolean(
          response
            .setHeader('content-type', 'application/json')
            .end(JSON.stringify({ data: { me: { id: '1', name: 'Person 1' } } })),
        );
      const { body } = await graph.ask('agent', query);
      expect(body.errors?.[0]?.extensions.code).toBe(code);
      if (code) expect(body.errors![0]!.extensions.limit).toBe('responseBytes');
      await graph.close();
    }
    await start({});
  });

  test('that takes longer than an operation may is not waited for, and the error names the limit', async () => {
    await start({ operationSeconds: 0.2 });
    graph.people.misbehave = () => true;
    const { body } = await graph.ask('agent', '{ named { id } }');
    expect(body).toMatchObject({
      data: { named: null },
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'operationSeconds', most: 0.2 } }],
    });
    graph.people.misbehave = undefined;
    expect((await graph.ask('agent', '{ named { id } }')).body.errors).toBeUndefined();
  });
});

test('every limit has a setting of its own and a default above nothing', async () => {
  await start({});
  expect(new Set(Object.values(limitTable).map(({ setting }) => setting)).size).toBe(
    Object.keys(limitTable).length,
  );
  for (const [name, most] of Object.entries(defaultLimits)) expect(most, name).toBeGreaterThan(0);
});

describe('the size of an operation', () => {
  test('is counted at once, however often fragments spread fragments', async () => {
    await start({});
    const fragments = repeated(60, (i) => `fragment F${i} on P { p { ...F${i + 1} } q: p { ...F${i + 1} } }`);
    const [size] = operationSizes(parse(`{ p { ...F0 } } ${fragments} fragment F60 on P { id }`));
    expect(size!.fields).toBeGreaterThan(2 ** 60);
    expect(size).toMatchObject({ depth: 62, rootFields: 1 });
  });

  test('is counted of fragments that spread themselves, which are refused for that', async () => {
    await start({});
    const document = parse('{ p { ...A } } fragment A on P { p { ...B } } fragment B on P { ...A id }');
    expect(operationSizes(document)).toHaveLength(1);
  });
});

test('the alias __proto__ is refused', async () => {
  await start({});
  const schema = buildSchema('type Query { a: Int }');
  const errors = validate(schema, parse('{ __proto__: a }'), [createSizeRule(defaultLimits)]);
  expect(errors.map(({ message }) => message)).toEqual([
    'The alias __proto__ is not possible here: choose another.',
  ]);
  expect((await graph.ask('agent', '{ __proto__: me { id } }')).status).toBe(400);
});
