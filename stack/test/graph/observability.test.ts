import { createLogger } from '@guildhall/kit/logger';
import { createTelemetry } from '@guildhall/kit/telemetry';
import { type CollectedSpan, startCollector } from '@guildhall/kit/testing/collector';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGraph } from './startGraph.ts';

const lines: string[] = [];
let collector: Awaited<ReturnType<typeof startCollector>>;
let graph: Awaited<ReturnType<typeof startGraph>>;
beforeAll(async () => {
  collector = await startCollector();
  const { endpoint } = collector;
  graph = await startGraph(0.05, {
    logger: createLogger({
      name: 'test',
      level: 'trace',
      destination: { write: (line) => void lines.push(line) },
    }),
    telemetryOf: (service) => createTelemetry({ service, version: 'test', endpoint, ratio: 1 }),
  });
});
afterAll(async () => {
  await graph?.close();
  collector?.close();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const secret = 'Marguerite-Privat';
const query = `query WhoWorks($text: String) {
  me { name }
  shifts(first: 2, filter: { text: $text }) { nodes { id facility { name } } }
}`;

async function ask() {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${graph.tokenOf('company')}`,
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      'x-request-id': 'request-0001',
    },
    body: JSON.stringify({ query, variables: { text: secret } }),
  });
  return (await response.json()) as { data: { me: { name: string } }; errors?: unknown };
}

test('one trace goes from the caller through gateway and services to each SQL statement, without values', async () => {
  const answer = await ask();
  expect(answer.errors).toBeUndefined();
  const own = () => collector.spans.filter((span) => span.traceId === traceId);
  await expect
    .poll(() => new Set(own().map(({ service }) => service)), { timeout: 10_000 })
    .toEqual(new Set(['gateway', 'people', 'staffing']));
  await expect
    .poll(() => own().some(({ name }) => name === 'query WhoWorks'), { timeout: 10_000 })
    .toBe(true);

  const byId = new Map(own().map((span) => [span.spanId, span]));
  const wayOf = (span: CollectedSpan): string[] => {
    const parent = byId.get(span.parentSpanId ?? '');
    return [...(parent ? wayOf(parent) : [`from ${span.parentSpanId}`]), `${span.service}: ${span.name}`];
  };
  const statement = own().find(({ service, name }) => service === 'staffing' && name === 'SELECT')!;
  expect(wayOf(statement)).toEqual([
    'from b7ad6b7169203331',
    'gateway: query WhoWorks',
    'gateway: ask staffing',
    'staffing: staffing WhoWorks',
    'staffing: SELECT',
  ]);
  const text = JSON.stringify(own());
  expect(text).toContain('db.query.text');
  for (const told of [secret, answer.data.me.name, graph.tokenOf('company')])
    expect(text).not.toContain(told);
});

test('a request leaves a line in each service with its id, and nothing of the person, the token or the variables', async () => {
  lines.length = 0;
  const answer = await ask();
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const answered = entries.filter(({ requestId }) => requestId === 'request-0001');
  expect(answered.map(({ msg }) => msg).toSorted()).toEqual([
    'A request was answered.',
    ...answered.slice(1).map(() => 'An operation was answered.'),
  ]);
  expect(answered.at(-1)).toMatchObject({
    operation: 'WhoWorks',
    kind: 'query',
    role: 'company',
    status: 200,
    traceId,
  });
  const text = lines.join();
  for (const told of [secret, answer.data.me.name, graph.tokenOf('company'), 'Bearer']) {
    expect(text).not.toContain(told);
  }
});

test('the metrics tell requests by operation, calls by service, connections and the event loop', async () => {
  await ask();
  const metrics = await (await fetch(`${graph.operationsUrl}/metrics`)).text();
  for (const line of [
    /^guildhall_gateway_request_seconds_count\{service="gateway",operation="WhoWorks",status="200",outcome="answered"\} \d+/m,
    /^guildhall_gateway_subgraph_seconds_count\{service="gateway",subgraph="staffing",outcome="answered"\} \d+/m,
    /^guildhall_gateway_subgraph_connections\{subgraph="people",state="busy",service="gateway"\} 0/m,
    /^nodejs_eventloop_lag_p99_seconds\{service="gateway"\}/m,
  ]) {
    expect(metrics).toMatch(line);
  }
});
