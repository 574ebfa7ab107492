import { createViewerVerifier } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type FixtureGateway, startFixtureGateway } from '../fixtures/graph.ts';

let graph: FixtureGateway;
beforeAll(async () => {
  graph = await startFixtureGateway({ limits: { subgraphSeconds: 0.3 } });
});
afterAll(() => graph.close());
beforeEach(() => {
  for (const subgraph of [graph.people, graph.staffing]) {
    subgraph.received.length = 0;
    subgraph.misbehave = undefined;
  }
  graph.logLines.length = 0;
});

describe('an operation', () => {
  test('is answered from several subgraphs at once', async () => {
    const { status, headers, body } = await graph.ask(
      'facility',
      '{ me { name shifts { title worker { name } } } }',
    );
    expect(body).toEqual({
      data: { me: { name: 'Person 1', shifts: [{ title: 'Shift a', worker: { name: 'Person 1' } }] } },
    });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('may be a query by GET, with the header that keeps other sites from sending it', async () => {
    const get = (headers: Record<string, string>) =>
      fetch(`${graph.gateway.url}?query={__typename}`, { headers });
    expect(await (await get({ 'apollo-require-preflight': '1' })).json()).toEqual({
      data: { __typename: 'Query' },
    });
    expect((await get({})).status).toBe(400);
  });

  test('is no mutation by GET', async () => {
    const query = encodeURIComponent('mutation { rename(input: { id: 1, name: "a" }) { __typename } }');
    const response = await fetch(`${graph.gateway.url}?query=${query}`, {
      headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${await graph.tokenOf('company')}` },
    });
    expect(response.status).toBe(405);
    expect(graph.calls()).toBe(0);
  });

  test('cannot reach _entities, _service or what is inaccessible', async () => {
    for (const query of [
      '{ _entities(representations: []) { __typename } }',
      '{ _service { sdl } }',
      '{ apiKey(id: "a") { id } }',
    ]) {
      const { status, body } = await graph.ask('company', query);
      expect(status).toBe(400);
      expect(body.errors![0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect(graph.calls()).toBe(0);
  });

  test('is told to be named when its document has several', async () => {
    const { status, body } = await graph.ask('agent', 'query A { me { id } } query B { me { id } }');
    expect(status).toBe(400);
    expect(body.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(graph.calls()).toBe(0);
  });
});

describe('a request that is no good', () => {
  const post = (body: string, contentType = 'application/json') =>
    fetch(graph.gateway.url, { method: 'POST', headers: { 'content-type': contentType }, body });

  test.each([
    ['that is no JSON', '{', 'application/json', 400, 'BAD_USER_INPUT'],
    ['without an operation', '{}', 'application/json', 400, 'BAD_USER_INPUT'],
    [
      'that would change prototypes',
      '{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'of several operations in a list',
      '[{"query":"{ __typename }"}]',
      'application/json',
      400,
      'BAD_USER_INPUT',
    ],
    ['in a form that other sites may send', 'query={__typename}', 'text/plain', 400, 'BAD_USER_INPUT'],
    ['that is no GraphQL', '{"query":"{ me"}', 'application/json', 400, 'GRAPHQL_PARSE_FAILED'],
    [
      'of very many tokens',
      JSON.stringify({ query: `{ ${'__typename '.repeat(6000)} }` }),
      'application/json',
      400,
      'LIMIT_EXCEEDED',
    ],
    [
      'that is very large',
      JSON.stringify({ query: `# ${'x'.repeat(600_000)}` }),
      'application/json',
      413,
      'LIMIT_EXCEEDED',
    ],
  ])('%s is refused in a form that GraphQL clients read', async (_kind, body, contentType, status, code) => {
    const response = await post(body, contentType);
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe(code);
  });

  test('because its fragments multiply is refused before it is planned', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, i) => `fragment F${i} on Person { owner { ...F${i + 1} } o: owner { ...F${i + 1} } }`,
    );
    const { status, body } = await graph.ask(
      'agent',
      `{ me { ...F0 } } ${fragments.join(' ')} fragment F20 on Person { id }`,
    );
    expect(status).toBe(400);
    expect(body.errors!.map(({ extensions }) => extensions.limit)).toEqual(['depth', 'fields', 'aliases']);
    expect(graph.calls()).toBe(0);
  });

  test('with a variable of the wrong type says so', async () => {
    const { status, body } = await graph.ask('agent', 'query ($id: ID!) { person(id: $id) { id } }', {
      id: {},
    });
    expect(status).toBe(400);
    expect(body.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(graph.calls()).toBe(0);
  });
});

describe('names of the schema', () => {
  test('are suggested to those who may read it, and to nobody else', async () => {
    const message = async (role: string) =>
      (await graph.ask(role, '{ mee { id } }')).body.errors![0]!.message;
    expect(await message('company')).toContain('Did you mean "me"?');
    expect(await message('agent')).toBe('Cannot query field "mee" on type "Query".');
  });

  test('are read by introspection with the scope for it', async () => {
    const query = '{ __schema { queryType { name } } }';
    expect((await graph.ask('company', query)).body).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
    const refused = await graph.ask('agent', query);
    expect(refused.body.data).toBeUndefined();
    expect(refused.body.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a refused operation', () => {
  const query = '{ me { name } shifts { rate } }';

  test('executes nothing of it', async () => {
    const { status, body } = await graph.ask('facility', query);
    expect(status).toBe(200);
    expect(body.data).toBeUndefined();
    expect(body.errors![0]!.extensions).toMatchObject({
      code: 'FORBIDDEN',
      refused: [{ field: 'Shift.rate', needs: ['the role company', 'the scope shifts:write'] }],
    });
    expect(graph.calls()).toBe(0);
  });

  test('shows in the status to clients of application/graphql-response+json', async () => {
    const accept = { accept: 'application/graphql-response+json' };
    const forbidden = await graph.ask('facility', query, {}, accept);
    expect(forbidden.status).toBe(403);
    const anonymous = await graph.ask(null, query, {}, accept);
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toBe('Bearer realm="guildhall"');
    expect((await graph.ask(null, query, {}, { accept: 'application/json' })).status).toBe(200);
  });

  test('is refused each time, also once its plan is cached', async () => {
    expect((await graph.ask('company', query)).body.errors).toBeUndefined();
    expect((await graph.ask('facility', query)).body.errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await graph.ask('company', query)).body.errors).toBeUndefined();
  });
});

describe('the hand-over to subgraphs', () => {
  test('carries the signed viewer and the organisation, and nothing that the client sent', async () => {
    const { body } = await graph.ask(
      'facility',
      '{ me { shifts { title } } }',
      {},
      {
        'x-guildhall-viewer': 'forged',
        'x-org-id': '00000000-0000-0000-0000-000000000000',
        'x-request-id': 'not a token, but a sentence',
        'x-forwarded-for': '10.0.0.1',
        cookie: 'a=b',
      },
    );
    expect(body.errors).toBeUndefined();
    const [people] = graph.people.received;
    for (const { headers } of [people!, ...graph.staffing.received]) {
      expect(await createViewerVerifier(graph.publicJwks)(headers)).toMatchObject({ role: 'facility' });
      expect(Object.keys(headers).toSorted()).toEqual([
        'accept',
        'connection',
        'content-length',
        'content-type',
        'host',
        'x-guildhall-viewer',
        'x-org-id',
        'x-request-id',
      ]);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('keeps a request id that the client gave, and answers with it', async () => {
    const { headers } = await graph.ask('agent', '{ me { id } }', {}, { 'x-request-id': 'client-0001' });
    expect(headers.get('x-request-id')).toBe('client-0001');
    expect(graph.people.received[0]!.headers['x-request-id']).toBe('client-0001');
  });

  test('of the anonymous does not take place, since nothing is public', async () => {
    await graph.ask(null, '{ me { id } }');
    expect(graph.calls()).toBe(0);
  });
});

describe('an error of a subgraph', () => {
  test('passes with its code and path, but neither its stack nor its status', async () => {
    const { status, body } = await graph.ask('agent', '{ me { id } fails(with: "NOT_FOUND") }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { me: { id: '1' }, fails: null },
      errors: [{ message: 'a refusal for people', path: ['fails'], extensions: { code: 'NOT_FOUND' } }],
    });
  });

  test.each([
    ['without a code', undefined],
    ['with a code nobody knows', 'DATABASE_ON_FIRE'],
    ['about an operation that the gateway wrote', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s becomes one opaque code with the request id, and is logged', async (_kind, code) => {
    const query = 'query ($with: String) { fails(with: $with) }';
    const { headers, body } = await graph.ask('agent', query, { with: code });
    const requestId = headers.get('x-request-id');
    expect(body.errors).toEqual([
      {
        message: `Something went wrong on our side. If it persists, report it with the request id ${requestId}.`,
        path: ['fails'],
        extensions: { code: 'INTERNAL', requestId },
      },
    ]);
    expect(graph.logLines).toMatchObject([{ requestId, path: 'fails' }]);
  });
});

describe('a subgraph that is down', () => {
  const query = '{ me { name shifts { title } } }';
  const unavailable = {
    message: 'The service staffing does not answer at the moment: try again shortly.',
    extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'staffing', retryable: true },
  };

  test('is named, and the rest of the data stays', async () => {
    await graph.staffing.close();
    try {
      const { status, body } = await graph.ask(
        'facility',
        '{ me { name note } fails(with: "NOT_FOUND") shifts { id } }',
      );
      expect(status).toBe(200);
      expect(body.errors).toMatchObject([unavailable, { extensions: { code: 'NOT_FOUND' } }].toReversed());
      const nullable = await graph.ask('facility', query);
      expect(nullable.body.data).toEqual({ me: null });
      expect(nullable.body.errors).toEqual([unavailable]);
    } finally {
      await graph.staffing.open();
    }
    expect((await graph.ask('facility', query)).body.errors).toBeUndefined();
  });

  test('is not waited for longer than the deadline', async () => {
    graph.staffing.misbehave = () => true;
    expect((await graph.ask('facility', query)).body.errors).toEqual([unavailable]);
  });
});

describe('the routes beside the graph', () => {
  test('say that the gateway lives, and whether all subgraphs answer', async () => {
    expect((await fetch(graph.at('/healthz'))).status).toBe(200);
    const ready = await fetch(graph.at('/readyz'));
    expect(await ready.json()).toEqual({
      status: 'ready',
      subgraphs: [
        { name: 'people', answers: true },
        { name: 'staffing', answers: true },
      ],
    });
    graph.people.misbehave = (response) => Boolean(response.writeHead(503).end());
    const notReady = await fetch(graph.at('/readyz'));
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toMatchObject({
      subgraphs: [{ name: 'people', answers: false }, { answers: true }],
    });
  });

  test('show operators what runs, with which settings, and no secret', async () => {
    const own = await startFixtureGateway({
      version: '1.2.3',
      commit: 'abc',
      inForce: [{ name: 'VIEWER_PRIVATE_KEY', value: '***', from: 'environment' }],
    });
    expect(await (await fetch(own.at('/status'))).json()).toMatchObject({
      name: 'gateway',
      version: '1.2.3',
      commit: 'abc',
      node: process.version,
      supergraph: expect.stringMatching(/^[0-9a-f]{12}$/),
      subgraphs: [{ name: 'people' }, { name: 'staffing' }],
      settings: [{ name: 'VIEWER_PRIVATE_KEY', value: '***', from: 'environment' }],
    });
    await own.close();
  });

  test('tell what became of each operation, and refusals by their reason, once for an operation', async () => {
    const own = await startFixtureGateway({ limits: { depth: 3 } });
    try {
      await own.ask('facility', 'query Diary { me { diary } crew { nodes { diary } } }');
      await own.ask('facility', 'query Deep { crew { nodes { shifts { worker { id } } } } }');
      await own.ask('facility', '{ shifts { nothing } }');
      await own.ask(null, '{ me { id } }', {}, { authorization: 'Bearer nonsense' });
      await own.ask('facility', 'query Bug { me { id } fails }');
      await own.ask('facility', 'query Well { me { id } }');
      const metrics = await (await fetch(own.at('/metrics'))).text();
      for (const [operation, status, outcome] of [
        ['Diary', 200, 'refused'],
        ['Bug', 200, 'failed'],
        ['Well', 200, 'answered'],
      ]) {
        expect(metrics).toContain(
          `guildhall_gateway_request_seconds_count{service="gateway",operation="${operation}",status="${status}",outcome="${outcome}"} 1\n`,
        );
      }
      for (const reason of ['FORBIDDEN', 'LIMIT_DEPTH', 'GRAPHQL_VALIDATION_FAILED', 'UNAUTHENTICATED']) {
        expect(metrics).toContain(
          `guildhall_gateway_refused_total{reason="${reason}",service="gateway"} 1\n`,
        );
      }
      expect(metrics).toMatch(/^guildhall_gateway_errors_total\{code="INTERNAL",service="gateway"\} 1$/m);
    } finally {
      await own.close();
    }
  });

  test('are for operators: others, and whoever comes through a proxy, are refused', async () => {
    for (const path of ['/status', '/metrics']) {
      const proxied = await fetch(graph.at(path), { headers: { 'x-forwarded-for': '203.0.113.9' } });
      expect(proxied.status).toBe(403);
    }
    const own = await startFixtureGateway({ operationsPort: 0 });
    try {
      expect((await fetch(own.at('/status'))).status).toBe(404);
      expect((await fetch(`${own.gateway.operationsUrl}/status`)).status).toBe(200);
      expect((await fetch(`${own.gateway.operationsUrl}/metrics`)).status).toBe(200);
      expect((await fetch(`${own.gateway.operationsUrl}/graphql`)).status).toBe(404);
      expect((await fetch(own.at('/healthz'))).status).toBe(200);
    } finally {
      await own.close();
    }
  });
});

test('a gateway that cannot listen at its address says so in a sentence', async () => {
  const { port } = new URL(graph.gateway.url);
  await expect(startFixtureGateway({ port: Number(port) })).rejects.toThrow(
    `The gateway cannot listen on 127.0.0.1:${port} (EADDRINUSE): set PORT and HOST to a free address of this machine.`,
  );
});
