import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { DateTimeResolver } from 'graphql-scalars';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtureDatabase } from '../test/fixtureDatabase.ts';
import type { FixtureDatabase } from '../test/fixtureDatabase.ts';
import type { Note, PrismaClient } from '../test/generated/client.ts';
import type { RequestContext } from './context.ts';
import { graphError } from './errors.ts';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { startSubgraph } from './subgraph.ts';
import type { RunningSubgraph } from './subgraph.ts';
import { countStatements, createSubgraphClient } from './testing.ts';
import { createViewerSigner, generateViewerKeys } from './viewer.ts';
import type { Viewer } from './viewer.ts';

type Context = RequestContext<PrismaClient>;

const typeDefs = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@shareable", "@tag"])
  type Query {
    notes(first: Int): [Note!]!
    now: DateTime!
    pageInfo: PageInfo
    whoAsks: String!
    bug: String
    refusal: String
    required: String!
    held: String!
  }
  type Note @key(fields: "id") {
    id: ID!
    text: String!
    ownerId: ID!
  }
`;

/** A field that answers when the test lets it. */
let entered: PromiseWithResolvers<void>;
let held: PromiseWithResolvers<string>;

const resolvers = {
  DateTime: DateTimeResolver,
  Query: {
    notes: (_: unknown, { first }: { first?: number }, ctx: Context) =>
      ctx.db.note.findMany({ orderBy: { id: 'asc' }, ...(first && { take: first }) }),
    now: () => new Date(0),
    pageInfo: () => ({ hasNextPage: false, hasPreviousPage: false }),
    whoAsks: (_: unknown, __: unknown, { viewer, requestId }: Context) =>
      JSON.stringify({ ...viewer, requestId }),
    bug: () => {
      throw new TypeError('cannot read ada@example.org');
    },
    refusal: () => {
      throw graphError('LIMIT_EXCEEDED', 'Ask for less.');
    },
    required: () => null,
    held: () => {
      entered.resolve();
      return held.promise;
    },
  },
  Note: {
    __resolveReference: (reference: { id: string }, ctx: Context) =>
      ctx
        .loader<string, Note>('note', async (ids) => {
          const notes = await ctx.db.note.findMany({ where: { id: { in: [...ids] } } });
          return new Map(notes.map((note) => [note.id, note]));
        })
        .load(reference.id),
  },
};

const ada: Viewer = {
  personId: '0199c000-0000-7000-8000-000000000001',
  organisationId: '0199c000-0000-7000-8000-0000000000ff',
  role: 'agent',
  scopes: ['notes:read'],
};
const ben: Viewer = { ...ada, personId: '0199c000-0000-7000-8000-000000000002' };

let fixture: FixtureDatabase;
let keys: Awaited<ReturnType<typeof generateViewerKeys>>;
let running: RunningSubgraph;
let client: ReturnType<typeof createSubgraphClient>;
let lines: string[] = [];
/** What was logged beside that requests were answered. */
const complaints = () =>
  lines.map((line) => JSON.parse(line) as { level: string }).filter(({ level }) => level !== 'info');
const count = countStatements();
const logger = createLogger({ name: 'fixture', destination: { write: (line) => lines.push(line) } });

const start = (options: { port?: number } = {}) =>
  startSubgraph({
    name: 'fixture',
    port: options.port ?? 0,
    typeDefs,
    resolvers,
    database: fixture.open({ onStatement: count.onStatement }),
    viewerJwks: keys.publicJwks,
    logger,
    metrics: createMetrics('fixture'),
    version: '1.2.3',
    lastMigration: async () => '20260101000000_begin',
  });

beforeAll(async () => {
  fixture = await fixtureDatabase();
  await fixture.asOwner(
    `insert into fixture.note (owner_id, text) select $1::uuid, 'note ' || n from generate_series(1, 60) n`,
    [ada.personId],
  );
  keys = await generateViewerKeys();
  running = await start();
  client = createSubgraphClient(running, keys.privateJwk);
});
beforeEach(() => {
  lines = [];
  entered = Promise.withResolvers();
  held = Promise.withResolvers();
});
afterAll(async () => {
  await running.close();
  await fixture.drop();
});

const headersOf = (viewer: Viewer) => createViewerSigner(keys.privateJwk)(viewer);

async function post(body: string, headers: Record<string, string>) {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: (await response.json()) as any }; // eslint-disable-line @typescript-eslint/no-explicit-any
}

describe('a request', () => {
  test('is answered with the rows of its viewer', async () => {
    const document = '{ notes { ownerId } }';
    const { data } = await client.query(ada, document);
    expect(new Set(data.notes.map((note: { ownerId: string }) => note.ownerId))).toEqual(
      new Set([ada.personId]),
    );
    expect((await client.query(ben, document)).data).toEqual({ notes: [] });
  });

  test('carries viewer and request id to its resolvers', async () => {
    const headers = { ...(await headersOf(ada)), 'x-request-id': 'request-7' };
    const { body } = await post('{"query":"{ whoAsks }"}', headers);
    expect(JSON.parse(body.data.whoAsks)).toEqual({ ...ada, requestId: 'request-7' });
  });

  test('with a request id that cannot be logged gets another', async () => {
    const headers = { ...(await headersOf(ada)), 'x-request-id': 'a b"c' };
    const { body } = await post('{"query":"{ whoAsks }"}', headers);
    expect(JSON.parse(body.data.whoAsks).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('of a document that was asked before is run with its own viewer, variables and conditions', async () => {
    const document =
      'query ($first: Int, $who: Boolean!) { notes(first: $first) { ownerId } whoAsks @include(if: $who) }';
    const ask = async (viewer: Viewer, first: number, who: boolean) => {
      const { data } = await client.query(viewer, document, { first, who });
      return [data.notes.length, 'whoAsks' in data && JSON.parse(data.whoAsks).personId];
    };
    for (let time = 0; time < 2; time++) {
      expect(await ask(ada, 3, true)).toEqual([3, ada.personId]);
      expect(await ask(ben, 3, true)).toEqual([0, ben.personId]);
      expect(await ask(ada, 5, false)).toEqual([5, false]);
    }
  });

  test('may use the types that subgraphs share', async () => {
    const { data } = await client.query(ada, '{ now pageInfo { hasNextPage } }');
    expect(data).toEqual({ now: '1970-01-01T00:00:00.000Z', pageInfo: { hasNextPage: false } });
  });

  test('costs the same statements for 50 rows as for 5, and fetches what it returns', async () => {
    const ask = (first: number) =>
      count.during(() => client.query(ada, 'query ($first: Int) { notes(first: $first) { id } }', { first }));
    const [five, fifty] = [await ask(5), await ask(50)];
    expect([five.statements.length, five.rows]).toEqual([1, 5]);
    expect([fifty.statements.length, fifty.rows]).toEqual([1, 50]);
  });

  test('for entities fetches them in one statement, null for those not to be seen', async () => {
    const { data } = await client.query(ada, '{ notes(first: 3) { id text } }');
    const representations = [...data.notes, { id: randomUUID() }].map(({ id }) => ({
      __typename: 'Note',
      id,
    }));
    const document =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Note { id text } } }';
    const mine = await count.during(() => client.query(ada, document, { representations }));
    expect(mine.result.data).toEqual({ _entities: [...data.notes, null] });
    expect([mine.statements.length, mine.rows]).toEqual([1, 3]);
    expect((await client.query(ben, document, { representations })).data).toEqual({
      _entities: [null, null, null, null],
    });
  });
});

describe('without a valid viewer nothing is executed:', () => {
  const document = JSON.stringify({ query: '{ notes { id } }' });
  test.each([
    ['no viewer', {}],
    ['nonsense', { 'x-guildhall-viewer': 'nonsense' }],
    ['a client that says who it is', { 'x-org-id': ada.organisationId!, authorization: 'Bearer x' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    const { result, statements } = await count.during(() => post(document, headers));
    expect(result).toEqual({
      status: 401,
      body: { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect(statements).toEqual([]);
  });

  test('another organisation', async () => {
    expect((await post(document, { ...(await headersOf(ada)), 'x-org-id': randomUUID() })).status).toBe(401);
  });

  test('a key that is not the gateway’s', async () => {
    const { privateJwk } = await generateViewerKeys();
    expect((await createSubgraphClient(running, privateJwk).query(ada, '{ now }')).status).toBe(401);
  });

  test('not even the body is read', async () => {
    expect((await post('{', {})).status).toBe(401);
  });
});

describe('a bad request gets a clear answer:', () => {
  test.each([
    ['no JSON', '{', {}, 400, 'BAD_USER_INPUT', 'not valid JSON'],
    ['nothing', '', {}, 400, 'BAD_USER_INPUT', 'not valid JSON'],
    ['JSON without a query', '{"variables":{}}', {}, 400, 'BAD_USER_INPUT', 'query'],
    ['a list of operations', '[{"query":"{ now }"}]', {}, 400, 'BAD_USER_INPUT', ''],
    [
      'another content type',
      'query',
      { 'content-type': 'text/plain' },
      415,
      'BAD_USER_INPUT',
      'Content-Type',
    ],
    ['5 MiB', JSON.stringify({ query: ' '.repeat(5 << 20) }), {}, 413, 'LIMIT_EXCEEDED', '4 MiB'],
    ['no GraphQL', '{"query":"{"}', {}, 400, 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      'an unknown field',
      '{"query":"{ nots }"}',
      {},
      400,
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "nots"',
    ],
    [
      'a wrong variable',
      '{"query":"query ($n: Int!) { notes(first: $n) { id } }"}',
      {},
      400,
      'BAD_USER_INPUT',
      '$n',
    ],
    [
      'introspection',
      '{"query":"{ __schema { types { name } } }"}',
      {},
      400,
      'GRAPHQL_VALIDATION_FAILED',
      '',
    ],
  ])('%s', async (_, body, headers: Record<string, string>, status, code, message) => {
    const answer = await post(body, { ...(await headersOf(ada)), ...headers });
    expect(answer.body.errors[0].extensions.code).toBe(code);
    expect(answer.body.errors[0].message).toContain(message);
    expect(answer.body.errors[0].message).not.toContain('Did you mean');
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toMatch(/stacktrace|node_modules/);
    expect(complaints()).toEqual([]);
  });

  test('another path or method', async () => {
    const response = await fetch(`${running.url}/graphql`);
    expect([response.status, await response.json()]).toEqual([
      404,
      {
        errors: [{ message: expect.stringContaining('POST to /graphql'), extensions: { code: 'NOT_FOUND' } }],
      },
    ]);
  });
});

describe('an error', () => {
  test('that is a bug becomes one opaque code with the request id under which it is logged', async () => {
    const headers = { ...(await headersOf(ada)), 'x-request-id': 'request-9' };
    const { body } = await post('{"query":"{ bug now }"}', headers);
    expect(body).toEqual({
      data: { bug: null, now: '1970-01-01T00:00:00.000Z' },
      errors: [
        {
          message:
            'Something went wrong on our side. If it persists, report it with the request id request-9.',
          locations: [{ line: 1, column: 3 }],
          path: ['bug'],
          extensions: { code: 'INTERNAL', requestId: 'request-9' },
        },
      ],
    });
    expect(complaints()).toMatchObject([
      { level: 'error', requestId: 'request-9', path: 'bug', err: { type: 'TypeError' } },
    ]);
  });

  test('of a code of ours passes as it is', async () => {
    const { errors } = await client.query(ada, '{ refusal }');
    expect(errors).toMatchObject([{ message: 'Ask for less.', extensions: { code: 'LIMIT_EXCEEDED' } }]);
    expect(complaints()).toEqual([]);
  });

  test('of a resolver that breaks its schema is a bug', async () => {
    expect((await client.query(ada, '{ required }')).errors).toMatchObject([
      { extensions: { code: 'INTERNAL' } },
    ]);
  });
});

describe('those who run it', () => {
  const get = async (path: string, url = running.url) => {
    const response = await fetch(url + path);
    return { status: response.status, text: await response.text() };
  };

  test('see what runs', async () => {
    expect(JSON.parse((await get('/status')).text)).toEqual({
      name: 'fixture',
      version: '1.2.3',
      commit: null,
      node: process.version,
      settings: [],
      startedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      lastMigration: '20260101000000_begin',
    });
  });

  test('see whether it lives and is ready', async () => {
    expect(await get('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect(await get('/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' });
  });

  test('see that it is not ready without its database', async () => {
    const database = fixture.open();
    const lonely = await startSubgraph({
      ...{ name: 'lonely', port: 0, typeDefs, resolvers, database, viewerJwks: keys.publicJwks, logger },
      metrics: createMetrics('lonely'),
      lastMigration: async () => null,
    });
    await database.close();
    expect((await get('/readyz', lonely.url)).status).toBe(503);
    expect((await get('/healthz', lonely.url)).status).toBe(200);
    await lonely.close();
  });

  test('see how long requests take and how many statements', async () => {
    await client.query(ada, '{ notes { id } }');
    const { text } = await get('/metrics');
    expect(text).toMatch(
      /guildhall_http_request_duration_seconds_count\{service="fixture",route="\/graphql",status="200"\} \d/,
    );
    expect(text).toMatch(/guildhall_request_statements_bucket\{le="1",service="fixture"\} \d/);
    expect(text).toContain('process_cpu_seconds_total');
  });
});

describe('closing', () => {
  test('finishes what has begun, accepts nothing more, and may be asked for twice', async () => {
    const closing = await start();
    const asked = fetch(`${closing.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await headersOf(ada)) },
      body: '{"query":"{ held notes(first: 1) { text } }"}',
    });
    await entered.promise;
    const closed = Promise.all([closing.close(), closing.close()]);
    await setImmediate();
    await expect(fetch(`${closing.url}/healthz`)).rejects.toThrow();
    held.resolve('finished');
    const response = await asked;
    expect(response.headers.get('connection')).toBe('close');
    expect(await response.json()).toEqual({ data: { held: 'finished', notes: [{ text: 'note 1' }] } });
    await closed;
    await closing.close();
  });

  test('does not wait for clients that keep their connection without asking', async () => {
    const closing = await start();
    const idle = connect(Number(new URL(closing.url).port), '127.0.0.1');
    await once(idle, 'connect');
    const ended = once(idle, 'close');
    idle.resume();
    await closing.close();
    await ended;
  });
});

describe('starting', () => {
  test('fails on a taken port, and leaves nothing open', async () => {
    await expect(start({ port: Number(new URL(running.url).port) })).rejects.toThrow('EADDRINUSE');
  });
});
