import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraph } from './startGraph.ts';

let graph: Awaited<ReturnType<typeof startGraph>>;
beforeAll(async () => {
  graph = await startGraph(0.15);
});
afterAll(() => graph?.close());

test('an agent makes a calendar address, a program reads it without signing in, and revoking ends that', async () => {
  const { data } = await graph.query('agent', '{ me { agent { id shifts { totalCount } } } }');
  const { id } = data.me.agent;
  const { data: made } = await graph.query(
    'agent',
    `mutation { createCalendarFeed(input: { agentId: "${id}" }) { ... on CreateCalendarFeedPayload { path } } }`,
  );
  const address = new URL(made.createCalendarFeed.path, graph.url);
  const response = await fetch(address);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);

  await graph.query('agent', `mutation { revokeCalendarFeed(input: { agentId: "${id}" }) { __typename } }`);
  expect((await fetch(address)).status).toBe(404);
});

test('the secret of an address is no credential of the graph', async () => {
  const { data } = await graph.query('agent', '{ me { agent { id } } }');
  const { data: made } = await graph.query(
    'agent',
    `mutation { createCalendarFeed(input: { agentId: "${data.me.agent.id}" }) { ... on CreateCalendarFeedPayload { path } } }`,
  );
  const secret = /calendar\/(.+)\.ics/.exec(made.createCalendarFeed.path)![1]!;
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: '{ me { id } }' }),
  });
  expect(response.status).toBe(401);
});
