import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personas, type Persona } from './expectation.ts';
import { merged } from './expectations.ts';
import { startGraph } from './startGraph.ts';

const rootFields = merged('rootFields');

/** One operation of the OpenAPI document, as far as tests look at it. */
interface Described {
  method: string;
  path: string;
  operationId: string;
  'x-graph': string;
  parameters: { name: string; in: string; required?: boolean; example?: unknown }[];
  requestBody?: { content: Record<string, { example: unknown }> };
}

/** What the REST face answered. */
interface Reply {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are compared, not typed
  body: any;
}

let graph: Awaited<ReturnType<typeof startGraph>>;
let described: Described[];
beforeAll(async () => {
  graph = await startGraph(0.15);
  const { body } = await ask('anonymous', 'GET', '/rest/openapi.json');
  described = Object.entries(body.paths as Record<string, Record<string, Described>>).flatMap(
    ([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        ...operation,
        path,
        method: method.toUpperCase(),
      })),
  );
});
afterAll(() => graph?.close());

async function ask(persona: Persona, method: string, path: string, body?: unknown): Promise<Reply> {
  const token = graph.tokenOf(persona);
  const response = await fetch(new URL(path, graph.url), {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

/** Asks as the documentation has it: ids that no record has, and what has to be sent by its examples. */
async function askByExample(persona: Persona, { method, path, parameters, requestBody }: Described) {
  const search = new URLSearchParams();
  for (const { name, in: where, required, example } of parameters) {
    if (where === 'query' && required) search.set(name, String(example));
  }
  const id = '00000000-0000-7000-8000-000000000000';
  return ask(
    persona,
    method,
    `${path.replace('{id}', id)}?${search}`,
    requestBody?.content['application/json']!.example,
  );
}

test('every root field of the graph has exactly one operation, and lists inside records stand beside them', () => {
  const coordinates = described.map((operation) => operation['x-graph']);
  const isRoot = (coordinate: string) => /^(Query|Mutation)\./.test(coordinate);
  expect(coordinates.filter(isRoot).toSorted()).toEqual(Object.keys(rootFields).toSorted());
  expect(new Set(coordinates).size).toBe(coordinates.length);
  expect(coordinates.filter((coordinate) => !isRoot(coordinate))).toContain('Facility.history');
});

describe.each(personas)('%s', (persona) => {
  test.each(Object.entries(rootFields))(
    '%s refuses by REST whom the table refuses',
    async (coordinate, allowed) => {
      const operation = described.find((one) => one['x-graph'] === coordinate)!;
      const { status, headers, body } = await askByExample(persona, operation);
      const type = persona === 'anonymous' ? 'unauthenticated' : 'forbidden';
      const isRefused = body?.type === `/rest/problems/${type}`;
      expect(isRefused).toBe(!allowed.includes(persona));
      // What is not refused for rights is answered, or refused for ids that no record has and inputs that cannot be.
      if (!isRefused) expect([200, 201, 204, 403, 404, 409, 422]).toContain(status);
      if (!isRefused && status === 403) expect(body.type).toBe('/rest/problems/not-permitted');
      if (isRefused) {
        expect(status).toBe(persona === 'anonymous' ? 401 : 403);
        expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
        expect(body.refused).toContainEqual(expect.objectContaining({ field: coordinate }));
      }
    },
  );

  test('lists as much at once as a page may hold, within the limit of cost, with what they may read', async () => {
    for (const operation of described.filter(({ operationId }) => operationId.startsWith('list'))) {
      if (!operation.parameters.some(({ name }) => name === 'first')) continue;
      if (operation.path.includes('{id}')) continue;
      const { status, body } = await ask(persona, 'GET', `${operation.path}?first=100`);
      expect([operation.path, rootFields[operation['x-graph']]!.includes(persona)]).toEqual([
        operation.path,
        status === 200,
      ]);
      if (status === 200) expect(body.page).toMatchObject({ hasNextPage: expect.any(Boolean) });
    }
  });
});

test('lists inside records answer too, with as much as a page may hold', async () => {
  const inner = described.filter((one) => !/^(Query|Mutation)\./.test(one['x-graph']));
  for (const { path, operationId } of inner) {
    const [collection] = path.split('/{id}');
    const id = await someIdOf(collection!);
    const { status, body: list } = await ask('company', 'GET', `${path.replace('{id}', id)}?first=100`);
    expect([operationId, status]).toEqual([operationId, 200]);
    expect(Array.isArray(list.data)).toBe(true);
  }

  async function someIdOf(collection: string): Promise<string> {
    const { status, body } = await ask('company', 'GET', `${collection}?first=1&fields=id`);
    if (status === 200) return body.data[0].id;
    // Records without a list of their own stand in the lists of others.
    const name = collection.split('/').at(-1)!;
    const within = inner.find(({ path }) => path.endsWith(`/{id}/${name}`))!;
    const [around] = within.path.split('/{id}');
    const { body: all } = await ask('company', 'GET', `${around}?first=100&fields=id`);
    for (const { id } of all.data) {
      const { body: list } = await ask('company', 'GET', `${within.path.replace('{id}', id)}?first=1`);
      if (list.data.length > 0) return list.data[0].id;
    }
    throw new Error(`No record of ${collection} is in any list.`);
  }
});

test('a facility reads its own record, without the fields that are for support staff', async () => {
  const { body } = await ask('facility', 'GET', '/rest/v1/facilities?first=1');
  const { id } = body.data[0];
  const { status, body: own } = await ask('facility', 'GET', `/rest/v1/facilities/${id}`);
  expect(status).toBe(200);
  expect(own.data).toMatchObject({
    id,
    timeZone: expect.any(String),
    organisation: { id: expect.any(String) },
  });
  expect('createdAt' in own.data).toBe(false);
  const refused = await ask('facility', 'GET', `/rest/v1/facilities/${id}?fields=id,createdAt`);
  expect([refused.status, refused.body.refused[0].field]).toEqual([403, 'Facility.createdAt']);
  const staff = await ask('company', 'GET', `/rest/v1/facilities/${id}`);
  expect(staff.body.data.createdAt).toMatch(/Z$/);
});

test.each(['shifts', 'facilities', 'agents', 'people', 'organisations'])(
  'paging through %s by cursor meets every row once',
  async (collection) => {
    const { body: counted } = await ask(
      'company',
      'GET',
      `/rest/v1/${collection}?first=0&include=totalCount`,
    );
    const met: string[] = [];
    let next: string | undefined = `/rest/v1/${collection}?first=37&fields=id`;
    while (next) {
      const { status, headers, body } = await ask('company', 'GET', next);
      expect(status).toBe(200);
      met.push(...body.data.map(({ id }: { id: string }) => id));
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(new Set(met).size).toBe(met.length);
    expect(met).toHaveLength(counted.totalCount);
  },
);

test('lists are filtered and ordered as in the graph', async () => {
  const { body } = await ask(
    'company',
    'GET',
    '/rest/v1/shifts?status=OPEN&kind=WORK&orderBy=STARTS_AT&direction=DESC&first=10&fields=status,kind,startsAt',
  );
  const { data } = await graph.query(
    'company',
    '{ shifts(filter: { status: [OPEN], kind: WORK }, orderBy: { field: STARTS_AT, direction: DESC }, first: 10) { nodes { status kind startsAt } } }',
  );
  expect(body.data.length).toBeGreaterThan(0);
  expect(body.data).toEqual(data.shifts.nodes);
});

describe('support staff', () => {
  const company = (method: string, path: string, body?: unknown) =>
    ask('company', method, path.startsWith('/rest') ? path : `/rest/v1${path}`, body);
  const create = async (path: string, body: unknown): Promise<string> => {
    const { status, headers, body: made } = await company('POST', path, body);
    expect([path, status, made.detail]).toEqual([path, 201, undefined]);
    expect(headers.get('location')).toBe(`/rest/v1${path}/${made.data.id}`);
    return made.data.id;
  };

  test('make, read, change and delete organisations, people, agents, facilities and shifts, and are refused what cannot be', async () => {
    const organisation = await create('/organisations', { kind: 'FACILITY', name: 'Elm Trust' });
    const person = await create('/people', { name: 'Rosa Elm', contact: { email: 'rosa@elm.example' } });
    const agent = await create('/agents', { personId: person });
    const facility = await create('/facilities', {
      organisationId: organisation,
      name: 'Elm House',
      timeZone: 'Europe/London',
    });

    const early = {
      facilityId: facility,
      agentId: agent,
      startsAt: '2031-01-06T07:00:00Z',
      endsAt: '2031-01-06T15:00:00Z',
    };
    const shift = await create('/shifts', early);
    const read = await company('GET', `/shifts/${shift}`);
    expect(read.body.data).toMatchObject({
      status: 'ASSIGNED',
      startsAt: '2031-01-06T07:00:00.000Z',
      facility: { id: facility, name: 'Elm House' },
      agent: { id: agent },
    });

    const backwards = await company('POST', '/shifts', { ...early, endsAt: '2031-01-06T06:00:00Z' });
    expect([backwards.status, backwards.body.type]).toEqual([422, '/rest/problems/invalid-input']);
    const overlapping = await company('POST', '/shifts', {
      ...early,
      startsAt: '2031-01-06T14:00:00Z',
      endsAt: '2031-01-06T20:00:00Z',
    });
    expect(overlapping).toMatchObject({
      status: 409,
      body: { type: '/rest/problems/overlaps-other-shift', otherShift: { id: shift } },
    });
    expect((await company('DELETE', `/facilities/${facility}`)).body.type).toBe(
      '/rest/problems/still-in-use',
    );
    expect((await company('POST', '/agents', { personId: person })).body.type).toBe(
      '/rest/problems/already-exists',
    );

    const changed = await company('PATCH', `/shifts/${shift}`, { note: 'Bring keys.' });
    expect([changed.status, changed.body.data.note]).toEqual([200, 'Bring keys.']);
    expect((await company('PATCH', `/shifts/${shift}`, { note: null })).body.data.note).toBeNull();
    expect(
      (await company('PATCH', `/facilities/${facility}`, { address: '1 Elm Road' })).body.data.address,
    ).toBe('1 Elm Road');
    expect((await company('PATCH', `/agents/${agent}`, { homeArea: 'Elm' })).body.data.homeArea).toBe('Elm');
    expect((await company('PATCH', `/people/${person}`, { name: 'Rosa Ash' })).body.data).toMatchObject({
      name: 'Rosa Ash',
      contact: { email: 'rosa@elm.example' },
    });
    expect(
      (await company('PATCH', `/organisations/${organisation}`, { name: 'Ash Trust' })).body.data.name,
    ).toBe('Ash Trust');
    const rate = { rate: { amountMinor: 2500, currency: 'GBP' } };
    expect((await company('POST', `/shifts/${shift}/set-rate`, rate)).body.data.rate).toEqual(rate.rate);
    const { body: history } = await company('GET', `/shifts/${shift}/history?first=1`);
    expect(history.data[0].changes).toContainEqual(expect.objectContaining({ after: '2500' }));

    for (const path of [
      `/shifts/${shift}`,
      `/facilities/${facility}`,
      `/agents/${agent}`,
      `/people/${person}`,
      `/organisations/${organisation}`,
    ]) {
      expect([path, (await company('DELETE', path)).status]).toEqual([path, 204]);
      expect([path, (await company('GET', path)).status]).toEqual([path, 404]);
    }
  });

  test('may not read by REST what does not exist, nor write what the schema does not know', async () => {
    expect((await company('GET', '/shifts/not-an-id')).status).toBe(404);
    const unknown = await company('POST', '/shifts', { colour: 'red' });
    expect(unknown.body.errors).toContainEqual({ pointer: '#/colour', detail: 'colour is not known here.' });
    expect((await company('GET', '/api-key?id=a')).status).toBe(404);
    expect((await company('GET', '/shifts?after=nonsense')).status).toBe(400);
  });
});

test('a shift that an agent has taken is not there for another claim', async () => {
  const { body: open } = await ask('company', 'GET', '/rest/v1/facilities?first=1&fields=id');
  const made = await ask('company', 'POST', '/rest/v1/shifts', {
    facilityId: open.data[0].id,
    startsAt: '2031-03-03T09:00:00Z',
    endsAt: '2031-03-03T12:00:00Z',
  });
  const path = `/rest/v1/shifts/${made.body.data.id}/claim`;
  const claimed = await ask('agent', 'POST', path);
  expect([claimed.status, claimed.body.data.status]).toEqual([200, 'ASSIGNED']);
  const again = await ask('agent', 'POST', path);
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/\.$/) });
  const assigned = await ask('company', 'POST', `/rest/v1/shifts/${made.body.data.id}/assign`, {
    agentId: (
      await ask('company', 'GET', '/rest/v1/agents?first=1&orderBy=CREATED_AT&direction=DESC&fields=id')
    ).body.data[0].id,
  });
  expect(assigned).toMatchObject({ status: 409, body: { type: '/rest/problems/shift-already-taken' } });
  expect((await ask('agent', 'POST', `/rest/v1/shifts/${made.body.data.id}/give-back`)).status).toBe(200);
});
