import { afterEach, describe, expect, test } from 'vitest';
import { type RestGateway, startRestGateway } from '../../fixtures/restGraph.ts';
import type { Limits } from '../limits/limits.ts';

let graph: RestGateway;
afterEach(() => graph.close());

const start = async (limits: Partial<Limits>) => {
  graph = await startRestGateway({ limits });
};

describe('the limits of the graph hold', () => {
  test('for the cost of a list, which passes at the limit and below, and not above', async () => {
    // A connection and its page, and for each row the place, its keeper and its size.
    await start({ cost: 2 + 3 * 10 });
    const status = async (first: number) =>
      (await graph.rest('facility', 'GET', `/places?first=${first}`)).status;
    expect(await status(9)).toBe(200);
    expect(await status(10)).toBe(200);
    expect(await status(11)).toBe(400);
    const { body } = await graph.rest('facility', 'GET', '/places?first=11');
    expect(body).toMatchObject({
      type: '/rest/problems/limit-exceeded',
      limit: 'cost',
      most: 32,
      given: 35,
    });
  });

  test('for the requests of a viewer, counted together with those to the graph', async () => {
    await start({ requests: 3, windowSeconds: 60 });
    expect((await graph.ask('facility', '{ me { id } }')).status).toBe(200);
    const second = await graph.rest('facility', 'GET', '/me');
    expect([second.status, second.headers.get('ratelimit-remaining')]).toEqual([200, '1']);
    expect((await graph.rest('facility', 'GET', '/nowhere')).status).toBe(404);
    const { status, headers, body } = await graph.rest('facility', 'GET', '/me');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: '/rest/problems/limit-exceeded', status: 429, limit: 'requests' });
    expect((await graph.ask('facility', '{ me { id } }')).status).toBe(429);
    expect((await graph.rest('company', 'GET', '/me')).status).toBe(200);
  });

  test('for the size of a body, to the byte', async () => {
    await start({ bodyBytes: 100 });
    const status = async (bytes: number) => {
      const sent = `{"name":"${'x'.repeat(bytes - '{"name":""}'.length)}"}`;
      return (await graph.rest('company', 'POST', '/places', sent)).status;
    };
    expect([await status(99), await status(100), await status(101)]).toEqual([201, 201, 413]);
  });

  test('for the size of an answer, to the byte', async () => {
    await start({});
    // Made of several answers of services, and larger than each.
    const path = '/places?fields=keeper.name,keeper.note,keeper.shifts';
    const text = JSON.stringify((await graph.rest('facility', 'GET', path)).body);
    await graph.close();
    await start({ responseBytes: text.length });
    expect((await graph.rest('facility', 'GET', path)).status).toBe(200);
    await graph.close();
    await start({ responseBytes: text.length - 1 });
    const { status, body } = await graph.rest('facility', 'GET', path);
    expect([status, body.limit]).toEqual([400, 'responseBytes']);
  });

  test('for the length and depth of what fields chooses', async () => {
    await start({ depth: 4 });
    const at = async (fields: string) => graph.rest('facility', 'GET', `/me?fields=${fields}`);
    expect((await at('owner.owner.name')).status).toBe(200);
    const { status, body } = await at('owner.owner.owner.name');
    expect([status, body.limit]).toEqual([400, 'depth']);
    await graph.close();
    // query RestGetMe { me { … } } is 7 tokens.
    await start({ tokens: 9 });
    expect((await at('id,name')).status).toBe(200);
    expect((await at('id,name,note')).body.limit).toBe('tokens');
  });

  test('for the time that all takes', async () => {
    await start({ operationSeconds: 0.2, subgraphSeconds: 10 });
    graph.places.misbehave = () => true;
    const { status, body } = await graph.rest('facility', 'GET', '/places');
    expect([status, body.limit]).toEqual([504, 'operationSeconds']);
  });
});
