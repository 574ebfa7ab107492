import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { createTelemetry } from '@guildhall/kit/telemetry';
import { type CollectedSpan, startCollector } from '@guildhall/kit/testing/collector';
import type { RunningWorker } from '@guildhall/kit/worker';
import { addExported } from '@guildhall/monitoring/testing/addExported';
import { readExpressions } from '@guildhall/monitoring/testing/readExpressions';
import { requireProgram } from '@guildhall/monitoring/testing/requireProgram';
import { type Exported, unknownIn } from '@guildhall/monitoring/testing/unknownIn';
import { freePort } from '@guildhall/prisma/freePort';
import { accounts } from '@guildhall/seeds/accounts';
import { startWorker } from '@guildhall/workshops/worker';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { repository } from '../../src/settings.ts';
import type { Persona } from './expectation.ts';
import { startGraph } from './startGraph.ts';

const lines: string[] = [];
let collector: Awaited<ReturnType<typeof startCollector>>;
let graph: Awaited<ReturnType<typeof startGraph>>;
let worker: RunningWorker;
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
  worker = await startWorker({
    port: 0,
    databaseUrl: graph.serviceUrls['workshops']!,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createMetrics('workshops-worker'),
    telemetry: await createTelemetry({ service: 'workshops-worker', version: 'test', endpoint, ratio: 1 }),
    pollInterval: 100,
  });
});
afterAll(async () => {
  await worker?.close();
  await graph?.close();
  collector?.close();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const secret = 'Marguerite-Privat';
const query = `query WhoWorks($text: String) {
  me { name }
  shifts(first: 2, filter: { text: $text }) { nodes { id facility { name } } }
}`;

async function askTraced<Data>(query: string, variables: object, trace: string) {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${graph.tokenOf('company')}`,
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
      'x-request-id': 'request-0001',
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data: Data; errors?: unknown };
}

const ask = () => askTraced<{ me: { name: string } }>(query, { text: secret }, traceId);

test('one trace goes from the caller through gateway and services to each SQL statement, without values', async () => {
  const answer = await ask();
  expect(answer.errors).toBeUndefined();
  const own = () => collector.spans.filter((span) => span.traceId === traceId);
  await expect
    .poll(() => new Set(own().map(({ service }) => service)))
    .toEqual(new Set(['gateway', 'people', 'staffing']));
  await expect.poll(() => own().some(({ name }) => name === 'query WhoWorks')).toBe(true);

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

test('what a job does is a trace that leads back to the request that enqueued it', async () => {
  const asked = '1af7651916cd43dd8448eb211c80319d';
  const textOf = (mutation: string, more = '') => {
    const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
    return `mutation ${name}($input: ${name}Input!) { ${mutation}(input: $input) { __typename ${more} } }`;
  };
  const done = async (persona: Persona, mutation: string, input: object, more?: string) => {
    const { data } = await graph.query(persona, textOf(mutation, more), { input });
    expect(data[mutation].__typename).toMatch(/Payload$/);
    return data[mutation];
  };
  const day = 24 * 60 * 60_000;
  const { workshop } = await done(
    'company',
    'createWorkshop',
    {
      title: 'Tracing',
      place: 'The hall',
      timeZone: 'Europe/London',
      startsAt: new Date(Date.now() + 400 * day).toISOString(),
      endsAt: new Date(Date.now() + 401 * day).toISOString(),
      capacity: 1,
      organizerPersonIds: [accounts.company.personId],
    },
    '... on CreateWorkshopPayload { workshop { id organizers { id } } }',
  );
  const { id } = workshop;
  await done('company', 'acceptOrganizerInvitation', { id: workshop.organizers[0].id });
  await done('company', 'publishWorkshop', { id });
  for (const persona of ['member', 'agent'] as const) {
    await done(persona, 'signUpForWorkshop', { id, requirementsVersion: 1 });
  }
  // The seat that is added is offered to whoever waits, until a job ends the offer.
  const answer = await askTraced<object>(textOf('updateWorkshop'), { input: { id, capacity: 2 } }, asked);
  expect(answer).toEqual({ data: { updateWorkshop: { __typename: 'UpdateWorkshopPayload' } } });
  await onQueue(
    `update workshops_jobs._private_jobs set run_at = now() where payload ->> 'traceparent' like $1`,
    [`00-${asked}-%`],
  );
  const job = () =>
    collector.spans.find(
      ({ service, links }) => service === 'workshops-worker' && links?.[0]?.traceId === asked,
    );
  await expect.poll(() => job()?.name).toBe('workshops endOffer');
  const { traceId: own, spanId, links } = job()!;
  expect(own).not.toBe(asked);
  await expect
    .poll(() => collector.spans.find((span) => span.spanId === links![0]!.spanId))
    .toMatchObject({ traceId: asked, service: 'workshops', name: 'workshops UpdateWorkshop' });
  const below = collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  expect(below.map(({ service, name }) => `${service}: ${name}`)).toContain('workshops-worker: SELECT');
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

test('rules and dashboards name only metrics and labels that the services export', async () => {
  // So that every metric has a series: answered, refused by the gateway, and refused by each subgraph.
  await ask();
  await graph.query('agent', '{ people { nodes { id } } }');
  await graph.query('company', '{ people(after: "?") { nodes { id } } shifts(after: "?") { nodes { id } } }');
  await runJobs();
  const exported = new Map<string, Set<string>>();
  // Figures of the business are counted behind the first look at them, and jobs behind whoever enqueues them.
  await expect
    .poll(async () => {
      for (const url of Object.values(servicesOf())) {
        const response = await fetch(`${url}/metrics`);
        // Prometheus 3 takes nothing that does not say its format.
        expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
        addExported(await response.text(), exported);
      }
      const isThere = (metric: string, label: string) => exported.get(metric)?.has(label) === true;
      return (
        isThere('guildhall_staffing_coming_shifts', 'days') &&
        isThere('guildhall_workshops_coming_seats', 'days') &&
        isThere('guildhall_jobs_done_total', 'task') &&
        isThere('guildhall_jobs_failed_total', 'task')
      );
    })
    .toBe(true);
  expect(unknown(exported, (metric) => !ofWatchers.test(metric) && !ofWeb.test(metric))).toEqual([]);
});

test('Prometheus finds every service, and the watchers export what is said of them', async (context) => {
  const prometheus = requireProgram(context, 'prometheus');
  const alertmanager = requireProgram(context, 'alertmanager');
  const blackbox = requireProgram(context, 'blackbox');
  const services = servicesOf();
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-monitoring-'));
  const running: ChildProcess[] = [];
  const run = (program: string, ...args: string[]) => {
    // Prometheus does not start where it cannot sign what it sends to the workspace.
    const env = { AWS_ACCESS_KEY_ID: 'nobody', AWS_SECRET_ACCESS_KEY: 'nothing' };
    const process = spawn(program, args, { stdio: 'ignore', env });
    running.push(process);
  };
  const secured = createServer(certificate(folder), (_request, response) => response.end('well')).listen(
    0,
    '127.0.0.1',
  );
  try {
    await once(secured, 'listening');
    const ports = {
      prometheus: await freePort(),
      alertmanager: await freePort(),
      blackbox: await freePort(),
    };
    const portOf = (url: string) => new URL(url).port;
    const configuration = spawnSync('sh', [join(repository, 'monitoring/prometheus/configuration.sh')], {
      encoding: 'utf8',
      env: {
        RULES: join(repository, 'monitoring/prometheus/rules'),
        ENVIRONMENT: 'test',
        PROMETHEUS: `127.0.0.1:${ports.prometheus}`,
        ALERTMANAGER: `127.0.0.1:${ports.alertmanager}`,
        SCRAPED: [
          ...Object.entries(services).map(([name, url]) => `${name}:${portOf(url)}`),
          `alertmanager:${ports.alertmanager}`,
        ].join(','),
        PROBED: `https://127.0.0.1:${(secured.address() as AddressInfo).port}`,
        BLACKBOX: `127.0.0.1:${ports.blackbox}`,
        HISTORY_URL: 'http://127.0.0.1:9/',
        AWS_REGION: 'eu-west-2',
      },
    }).stdout;
    const quick = configuration
      .replaceAll(/scrape_interval: \d+s/g, 'scrape_interval: 1s')
      .replace('scrape_timeout: 10s', 'scrape_timeout: 1s');
    writeFileSync(join(folder, 'prometheus.yml'), quick);
    writeFileSync(
      join(folder, 'blackbox.yml'),
      'modules: { http_2xx: { prober: http, http: { tls_config: { insecure_skip_verify: true } } } }',
    );
    run(
      alertmanager,
      ...[
        `--config.file=${repository}/monitoring/alertmanager/alertmanager.yml`,
        `--storage.path=${folder}`,
        `--web.listen-address=127.0.0.1:${ports.alertmanager}`,
        '--cluster.listen-address=',
      ],
    );
    run(blackbox, `--config.file=${folder}/blackbox.yml`, `--web.listen-address=127.0.0.1:${ports.blackbox}`);
    run(
      prometheus,
      ...[
        `--config.file=${folder}/prometheus.yml`,
        `--storage.tsdb.path=${folder}/data`,
        `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      ],
    );

    const own = `http://127.0.0.1:${ports.prometheus}`;
    const answerOf = async <Result>(path: string): Promise<Result | undefined> => {
      const response = await fetch(`${own}${path}`).catch(() => undefined);
      return response?.ok ? ((await response.json()) as { data: Result }).data : undefined;
    };
    const expected = [...Object.keys(services), 'prometheus', 'alertmanager', 'outside'];
    await expect
      .poll(
        async () => {
          const answer = await answerOf<{ result: { metric: { service: string } }[] }>(
            '/api/v1/query?query=up==1',
          );
          return answer?.result.map(({ metric }) => metric.service).toSorted();
        },
        { timeout: 60_000 },
      )
      .toEqual(expected.toSorted());

    const series = await answerOf<Record<string, string>[]>(
      `/api/v1/series?match[]=${encodeURIComponent('{__name__=~".+"}')}`,
    );
    const exported = new Map<string, Set<string>>();
    for (const { __name__: metric, ...labels } of series!) add(exported, metric!, Object.keys(labels));
    // A counter of failures has no series before the first.
    for (const [, metric] of (await (await fetch(`${own}/metrics`)).text()).matchAll(/^# TYPE (\w+)/gm)) {
      add(exported, metric!, []);
    }
    expect(unknown(exported, (metric) => ofWatchers.test(metric))).toEqual([]);
  } finally {
    // Told to end, Prometheus would first try for a minute to send what nobody takes.
    await Promise.all(
      running.map(async (process) => {
        if (process.kill('SIGKILL')) await once(process, 'exit');
      }),
    );
    secured.closeAllConnections();
    secured.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What is said of Prometheus, Alertmanager and the exporter that asks from outside. */
const ofWatchers = /^(prometheus|alertmanager|probe)_/;
/** What the web app exports; its journeys look at that. */
const ofWeb = /^guildhall_web_/;

/** Where each service shows its metrics, without the path. */
function servicesOf(): Record<string, string> {
  return { gateway: graph.operationsUrl, ...graph.subgraphUrls, 'workshops-worker': worker.url };
}

/** A job that can be done and one that cannot. */
async function runJobs(): Promise<void> {
  for (const payload of [{ participantId: randomUUID() }, {}])
    await onQueue(`select workshops_jobs.enqueue('endOffer', $1, now(), null)`, [JSON.stringify(payload)]);
}

/** Speaks to the queue as a worker does. */
async function onQueue(sql: string, values: unknown[]): Promise<void> {
  const connectionString = graph.serviceUrls['workshops'];
  const client = new pg.Client({ connectionString, options: '-c guildhall.role=system' });
  await client.connect();
  await client.query(sql, values);
  await client.end();
}

/** What rules and dashboards name and nobody exports. */
function unknown(exported: Exported, isAbout: (metric: string) => boolean): string[] {
  return readExpressions().flatMap(({ where, expr }) =>
    unknownIn(expr, exported, isAbout).map((what) => `${where}: ${what}`),
  );
}

function add(exported: Map<string, Set<string>>, metric: string, labels: readonly string[]): void {
  const known = exported.get(metric) ?? new Set();
  for (const label of labels) known.add(label);
  exported.set(metric, known);
}

/** Of a server that only this test asks. */
function certificate(folder: string): { key: string; cert: string } {
  const { stdout, status } = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '30',
      '-subj',
      '/CN=localhost',
      '-keyout',
      '-',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error('openssl, which makes a certificate for this test, does not run.');
  return { key: stdout, cert: stdout };
}
