import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiKey, composeFixtures } from '../../fixtures/graph.ts';
import { type RestGateway, startRestGateway } from '../../fixtures/restGraph.ts';

let graph: RestGateway;
beforeAll(async () => {
  graph = await startRestGateway({
    limits: { subgraphSeconds: 1 },
    trustedDocuments: new Map([['portal', new Map()]]),
  });
});
afterAll(() => graph.close());
beforeEach(() => {
  for (const subgraph of [graph.people, graph.staffing, graph.places]) {
    subgraph.received.length = 0;
    subgraph.misbehave = undefined;
  }
});

describe('a record', () => {
  test('is told with its values, with what it is made of, and other records by id and name', async () => {
    const { status, headers, body } = await graph.rest('facility', 'GET', '/places/p02');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/./);
    expect(body).toEqual({
      data: {
        id: 'p02',
        name: 'Place p02',
        kind: 'HOUSE',
        opensOn: null,
        keeper: { id: '1', name: 'Person 1' },
        size: { rooms: 2, floors: 1 },
      },
    });
  });

  test('has more for those who may read more', async () => {
    const { body } = await graph.rest('company', 'GET', '/places/p02');
    expect(body.data.secret).toBe('under the stairs');
  });

  test('is told by exactly the fields that are chosen, of objects by default what they are told by', async () => {
    const { body } = await graph.rest('facility', 'GET', '/places/p02?fields=name,keeper.name,size,old');
    expect(body).toEqual({
      data: {
        name: 'Place p02',
        keeper: { name: 'Person 1' },
        size: { rooms: 2, floors: 1 },
        old: null,
      },
    });
  });

  test('with a chosen field that its reader may not have is refused by the name of the field, and nothing runs', async () => {
    const { status, headers, body } = await graph.rest('facility', 'GET', '/places/p02?fields=id,secret');
    expect(status).toBe(403);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      type: '/rest/problems/forbidden',
      status: 403,
      refused: [{ field: 'Place.secret', needs: ['the role company'] }],
    });
    expect(graph.places.received).toEqual([]);
  });

  test('that is not there is a problem', async () => {
    const { status, body } = await graph.rest('facility', 'GET', '/places/none');
    expect(status).toBe(404);
    expect(body).toEqual({
      type: '/rest/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no record none among those that you may see.',
    });
  });

  test('of one of several types says which it is', async () => {
    const { body } = await graph.rest('facility', 'GET', '/found');
    expect(body.data).toMatchObject([
      { __typename: 'Person', name: 'Person 1' },
      { __typename: 'House', rooms: null },
    ]);
  });

  test('is not sent again to whoever has it, and HEAD sends none of it', async () => {
    const first = await graph.rest('facility', 'GET', '/places/p02');
    const etag = first.headers.get('etag')!;
    const again = await graph.rest('facility', 'GET', '/places/p02', undefined, { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, undefined]);
    const other = await graph.rest('facility', 'GET', '/places/p04', undefined, { 'if-none-match': etag });
    expect(other.status).toBe(200);
    const head = await graph.rest('facility', 'HEAD', '/places/p02');
    expect([head.status, head.body, head.headers.get('etag')]).toEqual([200, undefined, etag]);
  });
});

describe('a list', () => {
  test('meets each row once, in order, by following its links', async () => {
    const met: string[] = [];
    let path: string | undefined = '/places?first=4&kind=TENT&kind=HOUSE';
    while (path) {
      const { headers, body } = await graph.rest('facility', 'GET', path);
      met.push(...body.data.map(({ id }: { id: string }) => id));
      expect(body.data.length).toBeLessThanOrEqual(4);
      const link = /<\/rest\/v1([^>]+)>; rel="next"/.exec(headers.get('link') ?? '');
      expect(link !== null).toBe(body.page.hasNextPage);
      path = link?.[1];
    }
    expect(new Set(met).size).toBe(met.length);
    expect(met.slice(0, 25)).toEqual(Array.from({ length: 25 }, (_, i) => `p${String(i).padStart(2, '0')}`));
  });

  test('is walked backwards as well', async () => {
    const { body } = await graph.rest('facility', 'GET', '/places?last=2&before=p05');
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(['p03', 'p04']);
    const { headers } = await graph.rest('facility', 'GET', '/places?first=2&after=p05');
    expect(headers.get('link')).toContain('</rest/v1/places?last=2&before=p06>; rel="prev"');
  });

  test('is filtered and ordered by parameters, and counted when that is asked for', async () => {
    const { body } = await graph.rest(
      'facility',
      'GET',
      '/places?kind=TENT&name=p1&orderBy=NAME&direction=DESC&include=totalCount&fields=id',
    );
    expect(body.data).toEqual(['p19', 'p17', 'p15', 'p13', 'p11'].map((id) => ({ id })));
    expect(body.totalCount).toBe(5);
    const plain = await graph.rest('facility', 'GET', '/places?first=1');
    expect('totalCount' in plain.body).toBe(false);
  });

  test('inside a record has an address of its own, with the rights of both', async () => {
    const { body } = await graph.rest('facility', 'GET', '/places/p02/guests?first=1&fields=id');
    expect(body).toMatchObject({ data: [{ id: 'p00' }], page: { hasNextPage: true, endCursor: 'p00' } });
    const refused = await graph.rest('facility', 'GET', '/places/p02/ledger');
    expect([refused.status, refused.body.refused[0].field]).toEqual([403, 'Place.ledger']);
    expect((await graph.rest('company', 'GET', '/places/none/guests')).status).toBe(404);
  });
});

describe('what is asked for wrongly', () => {
  test.each([
    ['first=101', 'first', 'first has to be from 0 to 100.'],
    ['first=-1', 'first', 'first has to be from 0 to 100.'],
    ['first=ten', 'first', 'first has to be a whole number of at most 32 bits.'],
    ['first=1&first=2', 'first', 'first may be given once.'],
    ['kind=BARN', 'kind', 'kind has to be HOUSE or TENT, once for each value.'],
    ['big=yes', 'big', 'big has to be true or false.'],
    ['opensFrom=today', 'opensFrom', 'opensFrom has to be a day as ISO 8601 has it, for example 2026-11-02.'],
    ['orderby=NAME', 'orderby', 'orderby is no parameter of this operation.'],
    ['direction=DESC', 'direction', 'direction needs orderBy beside it.'],
    ['fields=id,,name', 'fields', 'fields has to be names with commas between them.'],
    ['fields=nope', 'fields', 'fields names nope, which is not there.'],
    ['fields=name.first', 'fields', 'fields names something inside name, which holds nothing.'],
    [
      'fields=guests',
      'fields',
      'fields names guests, which is a list of its own: ask for /rest/v1/places/{id}/guests.',
    ],
    ['include=everything', 'include', 'include takes totalCount, and not everything.'],
    ['__proto__=1', '__proto__', '__proto__ is no parameter of this operation.'],
  ])('%s is refused by the name of the parameter, and nothing runs', async (search, parameter, detail) => {
    const { status, body } = await graph.rest('facility', 'GET', `/places?${search}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ type: '/rest/problems/bad-user-input', status: 400 });
    expect(body.errors).toContainEqual({ parameter, detail });
    expect(graph.places.received).toEqual([]);
  });

  test.each([0, 1, 100])('a page of %i is at the limit or below, and passes', async (first) => {
    expect((await graph.rest('facility', 'GET', `/places?first=${first}`)).status).toBe(200);
  });

  test('a parameter called like one of our own keeps its argument in front', async () => {
    const { status } = await graph.rest('facility', 'GET', '/places?filter.fields=x&fields=id');
    expect(status).toBe(200);
  });

  test('objects as arguments are spread over parameters', async () => {
    const asked = '/place-price?placeId=a&nights=3&stay.from=2026-01-01&stay.guests=a&stay.guests=b';
    expect((await graph.rest('facility', 'GET', asked)).body).toEqual({ data: 32 });
    const { body } = await graph.rest('facility', 'GET', '/place-price');
    expect(body.errors).toEqual([{ parameter: 'placeId', detail: 'placeId is needed.' }]);
  });

  test('a body is refused by every place that is wrong', async () => {
    const sent = { nam: 'x', kind: 3, opensOn: '2026-13-01', rooms: [{ beds: '2' }] };
    const { status, body } = await graph.rest('company', 'POST', '/places', sent);
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/name',
      '#/kind',
      '#/opensOn',
      '#/rooms/0/beds',
      '#/nam',
    ]);
    expect(graph.places.received).toEqual([]);
  });

  test.each([
    ['that is no JSON', '{', 'application/json', 400],
    ['that is a list', '[]', 'application/json', 400],
    ['of another kind', 'name=Mill', 'application/x-www-form-urlencoded', 415],
    ['that would change prototypes', '{"name":"a","__proto__":{"a":1}}', 'application/json', 400],
    ['that is very large', `{"name":"${'x'.repeat(600_000)}"}`, 'application/json', 413],
  ])('a body %s is a problem', async (_kind, sent, type, expected) => {
    const { status, headers, body } = await graph.rest('company', 'POST', '/places', sent, {
      'content-type': type,
    });
    expect(status).toBe(expected);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body.status).toBe(expected);
  });

  test('an address, a method and a form that are not there are problems that say what is', async () => {
    const nowhere = await graph.rest('company', 'GET', '/plazes');
    expect(nowhere.status).toBe(404);
    const put = await graph.rest('company', 'PUT', '/places/p01', {});
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH, DELETE']);
    const xml = await graph.rest('company', 'GET', '/places', undefined, { accept: 'text/xml' });
    expect(xml.status).toBe(406);
    expect((await graph.rest('company', 'GET', '/places/%E0%A4%A')).status).toBe(400);
    expect((await fetch(graph.at('/rest/v2/places'))).status).toBe(404);
  });

  test('what is inaccessible in the graph has no address', async () => {
    for (const path of ['/hidden', '/api-key', '/calendar-text']) {
      expect((await graph.rest('company', 'GET', path)).status).toBe(404);
    }
  });
});

describe('a change', () => {
  test('creates at an address that is told, and gives what belongs to it beside it', async () => {
    const { status, headers, body } = await graph.rest('company', 'POST', '/places', { name: 'Mill' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ data: { name: 'Mill', kind: 'HOUSE' }, remarks: ['Air it.'] });
    expect(headers.get('location')).toBe(`/rest/v1/places/${body.data.id}`);
    const read = await fetch(graph.at(headers.get('location')!), {
      headers: { authorization: `Bearer ${await graph.tokenOf('company')}` },
    });
    expect(((await read.json()) as { data: unknown }).data).toEqual(body.data);
  });

  test('leaves what is left out, in either form of JSON that changes may have', async () => {
    const merge = { 'content-type': 'application/merge-patch+json' };
    const sent = JSON.stringify({ opensOn: '2026-02-01' });
    const { status, body } = await graph.rest('company', 'PATCH', '/places/p06', sent, merge);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ name: 'Place p06', opensOn: '2026-02-01' });
    const emptied = await graph.rest('company', 'PATCH', '/places/p06', { opensOn: null });
    expect(emptied.body.data.opensOn).toBeNull();
  });

  test('takes the id from its address alone', async () => {
    const { status, body } = await graph.rest('company', 'PATCH', '/places/p06', { id: 'p07' });
    expect([status, body.errors]).toEqual([400, [{ pointer: '#/id', detail: 'id is not known here.' }]]);
  });

  test('that deletes has nothing to tell, and a second time nothing to delete', async () => {
    expect((await graph.rest('company', 'DELETE', '/places/p08')).status).toBe(204);
    const { status, body } = await graph.rest('company', 'DELETE', '/places/p08');
    expect([status, body.id]).toEqual([404, 'p08']);
  });

  test('of another kind is a POST to the verb, with or without a body', async () => {
    for (const body of [undefined, '', {}, { nights: 2 }]) {
      const { status } = await graph.rest('facility', 'POST', '/places/p09/book', body);
      expect(status).toBe(200);
    }
  });

  test('that the state of things stands against is a 409 with the words of the refusal and all it says', async () => {
    const { status, body } = await graph.rest('facility', 'POST', '/places/p01/book');
    expect(status).toBe(409);
    expect(body).toEqual({
      type: '/rest/problems/place-taken',
      title: 'Place taken',
      status: 409,
      detail: 'Ada sleeps there.',
      by: { id: '1', name: 'Person 1' },
      place: { id: 'p01', name: 'Place p01' },
    });
    const more = await graph.rest('company', 'POST', '/places/p01/book');
    expect(more.body.secretDetail).toBe('snores');
  });

  test('with a value that does not hold is a 422 that names the field, and one that others may make a 403', async () => {
    const invalid = await graph.rest('company', 'POST', '/places', { name: '' });
    expect([invalid.status, invalid.body.field]).toEqual([422, 'name']);
    const other = await graph.rest('facility', 'PATCH', '/places/p06', { name: 'forbidden' });
    expect([other.status, other.body.type]).toEqual([403, '/rest/problems/not-permitted']);
  });

  test('takes nothing that it would have to ignore', async () => {
    const text = { 'content-type': 'text/plain' };
    expect((await graph.rest('facility', 'POST', '/places/p09/book', 'quickly', text)).status).toBe(415);
    expect((await graph.rest('facility', 'POST', '/places/p09/book?nights=2')).status).toBe(400);
    expect((await graph.rest('company', 'DELETE', '/places/p09?fields=id')).status).toBe(400);
    expect((await graph.rest('facility', 'GET', '/place-price?placeId=a&fields=id')).status).toBe(400);
    const { status } = await graph.rest('company', 'DELETE', '/places/p09', { gently: true });
    expect(status).toBe(400);
    expect((await graph.rest('company', 'GET', '/places/p09')).status).toBe(200);
  });

  test('without a record in its name has the address of its own name', async () => {
    const { status, body } = await graph.rest('company', 'POST', '/rename', { id: '1', name: 'b' });
    expect([status, body.data.name]).toEqual([200, 'Person 1']);
  });
});

describe('who asks', () => {
  test('is learned from the same credentials, and told how to sign in', async () => {
    const nobody = await graph.rest(null, 'GET', '/places');
    expect([nobody.status, nobody.body.type]).toEqual([401, '/rest/problems/unauthenticated']);
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer realm="guildhall"');
    expect(nobody.body.refused).toEqual([{ field: 'Query.places', needs: ['the scope people:read'] }]);
    const machine = `Basic ${Buffer.from(`${apiKey.id}:${apiKey.secret}`).toString('base64')}`;
    const known = await graph.rest(null, 'GET', '/places', undefined, { authorization: machine });
    expect(known.status).toBe(200);
    const wrong = await graph.rest(null, 'GET', '/places', undefined, { authorization: 'Bearer nonsense' });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
    expect(wrong.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  test('is told of missing rights before anything is said of the form', async () => {
    const { status } = await graph.rest(null, 'POST', '/places', { nam: 'x' });
    expect(status).toBe(401);
    expect((await graph.rest('facility', 'POST', '/places', { nam: 'x' })).status).toBe(403);
  });

  test('may not give an argument either that its rules keep from them', async () => {
    const { status, body } = await graph.rest('facility', 'GET', '/shifts?pay=LOW');
    expect([status, body.refused[0].needs]).toEqual([403, ['the role company']]);
    expect((await graph.rest('facility', 'GET', '/shifts')).status).toBe(200);
  });

  test('when bound to registered operations, does not get around that here', async () => {
    const claims = { client_id: 'portal' };
    const token = await graph.issuer.token({
      sub: 'test|facility',
      person_id: '018f0000-0000-7000-8000-000000000001',
      org_id: '018f0000-0000-7000-8000-000000000002',
      role: 'facility',
      scope: 'people:read',
      ...claims,
    });
    const { status, body } = await graph.rest(null, 'GET', '/places', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect([status, body.detail]).toEqual([
      403,
      'The client portal may run its registered operations alone, at /graphql.',
    ]);
    expect(graph.calls()).toBe(0);
  });
});

describe('a service that is down', () => {
  test('is named, can be asked again later, and half of an answer is not told', async () => {
    await graph.people.close();
    try {
      const { status, headers, body } = await graph.rest('facility', 'GET', '/places?first=1');
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body).toMatchObject({
        type: '/rest/problems/upstream-unavailable',
        service: 'people',
        retryable: true,
      });
      expect(body.data).toBeUndefined();
      const without = await graph.rest('facility', 'GET', '/places?first=1&fields=id,name');
      expect(without.status).toBe(200);
    } finally {
      await graph.people.open();
    }
  });

  test('after a change was made does not invite to make it again', async () => {
    await graph.people.close();
    try {
      const { status, headers, body } = await graph.rest('company', 'POST', '/places', { name: 'Barn' });
      expect([status, body.type, body.retryable]).toEqual([502, '/rest/problems/done-but-unread', false]);
      expect(headers.get('retry-after')).toBeNull();
      const location = headers.get('location')!.replace('/rest/v1', '');
      const { body: read } = await graph.rest('company', 'GET', `${location}?fields=name`);
      expect(read.data).toEqual({ name: 'Barn' });
    } finally {
      await graph.people.open();
    }
  });

  test('before it is known whether a change was made says so', async () => {
    graph.places.misbehave = (response) => Boolean(response.destroy());
    const { status, headers, body } = await graph.rest('company', 'POST', '/places', { name: 'Shed' });
    expect([status, body.retryable, headers.get('retry-after')]).toEqual([503, false, null]);
    expect(body.detail).toContain('look whether the change has been made');
  });
});

test('a swapped graph has its own addresses from then on', async () => {
  const own = await startRestGateway();
  try {
    expect((await own.rest('facility', 'GET', '/places?first=1')).status).toBe(200);
    await own.gateway.swap({ supergraphSdl: composeFixtures() });
    expect((await own.rest('facility', 'GET', '/places?first=1')).status).toBe(404);
    expect((await own.rest('facility', 'GET', '/me')).status).toBe(200);
    const document = await (await fetch(own.at('/rest/openapi.json'))).text();
    expect(document).not.toContain('/rest/v1/places');
  } finally {
    await own.close();
  }
});

describe('errors', () => {
  test('of the graph keep their codes as types, and bugs say nothing but the request id', async () => {
    const known = await graph.rest('facility', 'GET', '/fails?with=NOT_FOUND');
    expect([known.status, known.body.detail]).toEqual([404, 'a refusal for people']);
    const bug = await graph.rest('facility', 'GET', '/fails');
    expect(bug.status).toBe(500);
    expect(JSON.stringify(bug.body)).not.toContain('secret');
    expect(bug.body.requestId).toBe(bug.headers.get('x-request-id'));
  });

  test('and operations are seen in metrics under the names of their operations', async () => {
    await graph.rest('facility', 'GET', '/places?first=1');
    await graph.rest('facility', 'POST', '/places', { name: 'x' });
    const metrics = await (await fetch(graph.at('/metrics'))).text();
    const lines = metrics.split('\n');
    const has = (...parts: string[]) => lines.some((line) => parts.every((part) => line.includes(part)));
    expect(has('request_seconds_count', 'operation="RestListPlaces"', 'status="200"')).toBe(true);
    expect(has('request_seconds_count', 'operation="RestCreatePlace"', 'status="403"')).toBe(true);
    expect(has('errors_total', 'code="FORBIDDEN"')).toBe(true);
  });
});
