import { describe, expect, test } from 'vitest';
import { target } from './gateway.ts';

const { company, facility, agent } = target.credentials;
const anyone = company ?? facility ?? agent;

/** Asks the REST face beside the graph. */
const get = (address: string, authorization?: string) =>
  fetch(new URL(address, target.url), {
    headers: { ...(authorization && { authorization }) },
    signal: AbortSignal.timeout(15_000),
  });

describe('the REST face', () => {
  test('refuses strangers and unknown addresses by problem details', async () => {
    const stranger = await get('/rest/v1/facilities');
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([
      401,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(stranger.headers.get('www-authenticate')).toBeTruthy();
    const { status, title, detail } = (await (await get('/rest/v1/nothing', anyone)).json()) as Record<
      string,
      unknown
    >;
    expect({ status, title, detail }).toMatchObject({ status: 404 });
  });

  test('pages through the facilities to the end by its links, each once', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/rest/v1/facilities?first=7&fields=id';
    while (next && seen.length < 500) {
      const response = await get(next, anyone);
      expect(response.status).toBe(200);
      const { data } = (await response.json()) as { data: { id: string }[] };
      seen.push(...data.map(({ id }) => id));
      next = /<([^>]+)>; *rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen).size).toBe(seen.length);
  });

  if (facility) {
    test('tells a facility what it may, and refuses it what support staff see', async () => {
      const list = await get('/rest/v1/facilities?first=1', facility);
      const { data } = (await list.json()) as { data: Record<string, unknown>[] };
      expect(data[0]).toHaveProperty('timeZone');
      expect(data[0]).not.toHaveProperty('createdAt');
      const refused = await get('/rest/v1/facilities?first=1&fields=createdAt', facility);
      expect(refused.status).toBe(403);
      expect(JSON.stringify(await refused.json())).toContain('Facility.createdAt');
    });
  }
});
