import { createViewerVerifier } from '@guildhall/kit/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { calendarToken, type FixtureGateway, startFixtureGateway } from '../../fixtures/graph.ts';

let graph: FixtureGateway;
beforeAll(async () => {
  graph = await startFixtureGateway();
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.staffing.received.length = 0;
  graph.staffing.misbehave = undefined;
});

const read = (path: string, options?: RequestInit) => fetch(new URL(path, graph.gateway.url), options);

test('a private address answers with the calendar, for a viewer who reads that person’s shifts and nothing else', async () => {
  const response = await read(`/calendar/${calendarToken}.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect(await response.text()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  const verify = createViewerVerifier(graph.publicJwks);
  const viewers = await Promise.all(graph.staffing.received.map(({ headers }) => verify(headers)));
  expect(viewers).toEqual([
    { personId: null, organisationId: null, role: 'gateway', scopes: [] },
    { personId: '018f0000-0000-7000-8000-000000000003', organisationId: null, role: 'calendar', scopes: [] },
  ]);
});

test('a calendar that has not changed is not sent again', async () => {
  const etag = (await read(`/calendar/${calendarToken}.ics`)).headers.get('etag')!;
  const again = await read(`/calendar/${calendarToken}.ics`, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
});

test.each([
  ['unknown', `/calendar/${calendarToken.replace('a', 'b')}.ics`],
  ['too short', '/calendar/abc.ics'],
  ['without its ending', `/calendar/${calendarToken}`],
  ['of something else', '/calendar/..%2Fgraphql'],
])('an address that is %s is not there, and says so alike', async (_what, path) => {
  const response = await read(path);
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('There is no calendar at this address');
  expect(graph.staffing.received.length).toBeLessThan(2);
});

test('when staffing does not answer, the calendar program is told to come back', async () => {
  graph.staffing.misbehave = (response) => {
    response.writeHead(500).end();
    return true;
  };
  const response = await read(`/calendar/${calendarToken}.ics`);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('60');
});
