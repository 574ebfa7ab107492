import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { readPersonas } from '@guildhall/gateway/personas';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { domains } from '@guildhall/prisma/domains';
import { freePort } from '@guildhall/prisma/freePort';
import { migrateUp } from '@guildhall/prisma/migrate';
import { serviceRole } from '@guildhall/prisma/roles';
import { accounts } from '@guildhall/seeds/accounts';
import { seedAll } from '@guildhall/seeds/seed';
import { Agent, request as send } from 'undici';
import pg from 'pg';
import { type TestContext, afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ServiceProcess, startService } from '../../src/dev/serviceProcess.ts';
import { repository } from '../../src/settings.ts';
import { startIssuer } from '../graph/issuer.ts';
import { makeFolder, removeFolder } from '../stackProcess.ts';
import { type Load, type Outcome, startLoad } from './load.ts';
import { startProxy } from './proxy.ts';

// Every part is a process of its own, on a database of its own: people, staffing behind a proxy, the gateway.
// Faults are made for real while clients ask all the time; each test counts what these saw.

const clients = 8;
const folder = makeFolder();
const password = 'of-tests';
let postgres: EmbeddedPostgres;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let keys: Awaited<ReturnType<typeof generateViewerKeys>>;
let token: string;
let ports: { people: number; staffing: number; gateway: number };
let proxy: Awaited<ReturnType<typeof startProxy>>;
let load: Load | undefined;
const processes = new Map<string, ServiceProcess>();

beforeAll(async () => {
  const dataDirectory = join(folder, 'postgres');
  postgres = await startEmbeddedPostgres({ dataDirectory, port: 0, durable: true });
  const passwords = Object.fromEntries(domains.map((domain) => [serviceRole(domain), password]));
  await migrateUp({ databaseUrl: postgres.ownerUrl, servicePasswords: passwords });
  await seedAll({
    serviceUrls: Object.fromEntries(domains.map((domain) => [domain, serviceUrl(domain)])),
    scale: 0.1,
  });
  issuer = await startIssuer('https://graph.guildhall.example');
  keys = await generateViewerKeys();
  const { scopes } = readPersonas().get('company')!;
  token = await issuer.token({ ...accounts.company, role: 'company', scopes });
  ports = { people: await freePort(), staffing: await freePort(), gateway: await freePort() };
  proxy = await startProxy(ports.staffing);
  await Promise.all([startSubgraph('people'), startSubgraph('staffing')]);
  await startGateway();
});
afterEach(async () => {
  proxy.make({ kind: 'none' });
  await load?.stop();
  load = undefined;
});
afterAll(async () => {
  await Promise.all([...processes.values()].map((process) => process.stop()));
  await proxy?.close();
  await issuer?.close();
  await postgres?.stop();
  removeFolder(folder);
});

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function serviceUrl(domain: string): string {
  const url = new URL(postgres.ownerUrl);
  return Object.assign(url, { username: serviceRole(domain), password }).href;
}

async function startSubgraph(name: 'people' | 'staffing') {
  const entry = join(repository, 'subgraphs', name, 'src/main.ts');
  const process = await startService(name, entry, {
    PORT: String(ports[name]),
    LOG_LEVEL: 'silent',
    [`${name.toUpperCase()}_DATABASE_URL`]: serviceUrl(name),
    VIEWER_JWKS: JSON.stringify(keys.publicJwks),
  });
  processes.set(name, process);
}

async function startGateway() {
  const process = await startService('gateway', join(repository, 'gateway/src/main.ts'), {
    PORT: String(ports.gateway),
    LOG_LEVEL: 'silent',
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_JWKS_URI: issuer.jwksUri,
    VIEWER_PRIVATE_KEY: JSON.stringify(keys.privateJwk),
    EXPLORER_CLIENT_ID: 'none',
    // The faults are made of two; the others are nowhere.
    ...Object.fromEntries(
      domains.map((domain) => [`${domain.toUpperCase()}_URL`, 'http://127.0.0.1:9/graphql']),
    ),
    PEOPLE_URL: `http://127.0.0.1:${ports.people}/graphql`,
    STAFFING_URL: `http://127.0.0.1:${proxy.port}/graphql`,
    LIMIT_REQUESTS: '0',
    LIMIT_SUBGRAPH_SECONDS: '1',
  });
  processes.set('gateway', process);
}

/** Ends a process as a crash would. */
async function kill(name: string) {
  const victim = processes.get(name)!;
  process.kill(victim.pid, 'SIGKILL');
  await victim.exited;
}

interface GraphAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into, not typed
  data?: any;
  errors?: { message: string; extensions: { code: string; service?: string; retryable?: boolean } }[];
}

async function ask(dispatcher: Agent, query: string, variables: object = {}): Promise<GraphAnswer> {
  const { body } = await send(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    dispatcher,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await body.json()) as GraphAnswer;
}

/** The code of an error without an answer. */
const noAnswer = (error: unknown): Outcome =>
  `no answer: ${(error as NodeJS.ErrnoException).code ?? String(error)}`;

/** Asks both services at once, and says what came of it. */
function askBoth(dispatcher: Agent): () => Promise<Outcome> {
  return async () => {
    try {
      const { data, errors } = await ask(dispatcher, '{ me { name } facilities(first: 2) { nodes { id } } }');
      if (!errors) return 'whole';
      const unnamed = errors.find(
        ({ extensions: { code, service, retryable } }) =>
          code !== 'UPSTREAM_UNAVAILABLE' || !Object.hasOwn(ports, service ?? '') || retryable !== true,
      );
      if (unnamed) return `error: ${unnamed.extensions.code}`;
      return data?.me?.name === accounts.company.name ? 'part' : 'nothing yet';
    } catch (error) {
      return noAnswer(error);
    }
  };
}

async function loadOf(request: () => Promise<Outcome>) {
  load = startLoad(clients, request);
  await load.until(({ whole = 0 }) => whole >= 50);
  return load;
}

/** Tells people what clients saw. */
const tell = ({ annotate }: TestContext, when: string, counts: Readonly<Record<string, number>>) =>
  annotate(
    `${when}: ${Object.entries(counts)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(', ')}`,
  );

test('a service that is killed costs its own part alone, and is there again without any restart', async (context) => {
  const agent = new Agent();
  const { until, ...rest } = await loadOf(askBoth(agent));
  await kill('staffing');
  rest.forget();
  await until(({ part = 0 }) => part >= 200);
  await tell(context, 'while it is dead', load!.counts);
  expect(Object.keys(load!.counts)).toEqual(['part']);

  await startSubgraph('staffing');
  await until(({ whole = 0 }) => whole >= 100);
  const counts = await load!.stop();
  await tell(context, 'until it is back', counts);
  expect(Object.keys(counts).toSorted()).toEqual(['part', 'whole']);
  await agent.close();
});

test('a gateway that is killed answers nothing wrong, and answers all when it is started again', async (context) => {
  const agent = new Agent();
  const { until } = await loadOf(askBoth(agent));
  await kill('gateway');
  await until((counts) => Object.keys(counts).some((outcome) => outcome.startsWith('no answer')));
  await startGateway();
  load!.forget();
  await until(({ whole = 0 }) => whole >= 100);
  const counts = await load!.stop();
  await tell(context, 'afterwards', counts);
  expect(Object.keys(counts).filter((outcome) => !outcome.startsWith('no answer'))).toEqual(['whole']);
  await agent.close();
});

test('a gateway that is told to end answers all that it has accepted, and accepts nothing more', async (context) => {
  const agent = new Agent();
  proxy.make({ kind: 'hold' });
  const before = proxy.requests();
  const accepted = Promise.all(Array.from({ length: clients }, askBoth(agent)));
  await expect.poll(() => proxy.requests() - before).toBe(clients);
  const ended = processes.get('gateway')!.stop();
  await expect.poll(() => isListening(ports.gateway)).toBe(false);
  proxy.make({ kind: 'none' });
  const outcomes = await accepted;
  await ended;
  await startGateway();
  await tell(context, 'of what was accepted', {
    whole: outcomes.filter((outcome) => outcome === 'whole').length,
  });
  expect(outcomes).toEqual(Array.from({ length: clients }, () => 'whole'));
  await agent.close();
});

test('a service that keeps silent is not waited for by everyone, and is asked again', async (context) => {
  const agent = new Agent();
  const { until } = await loadOf(askBoth(agent));
  proxy.make({ kind: 'hold' });
  load!.forget();
  const before = proxy.requests();
  await until(({ part = 0 }) => part >= 500);
  await tell(context, `while it is silent, of whom ${proxy.requests() - before} waited`, load!.counts);
  expect(Object.keys(load!.counts)).toEqual(['part']);
  expect(proxy.requests() - before).toBeLessThanOrEqual(2 * clients);

  proxy.make({ kind: 'none' });
  await until(({ whole = 0 }) => whole >= 100);
  await load!.stop();
  await agent.close();
});

test('connections that are cut cost no query anything', async (context) => {
  const agent = new Agent();
  const { until } = await loadOf(askBoth(agent));
  load!.forget();
  proxy.make({ kind: 'resetBefore', use: 5 });
  await until(({ whole = 0 }) => whole >= 300);
  proxy.make({ kind: 'resetAfter', use: 5 });
  await until(({ whole = 0 }) => whole >= 600);
  const counts = await load!.stop();
  await tell(context, 'while every fifth use of a connection is cut', counts);
  expect(Object.keys(counts)).toEqual(['whole']);
  await agent.close();
});

/** Makes shifts, each with a note of its own, and remembers what was said of each. */
async function changes(dispatcher: Agent) {
  const { data } = await ask(dispatcher, '{ facilities(first: 1) { nodes { id } } }');
  const mutation = 'mutation ($input: CreateShiftInput!) { createShift(input: $input) { __typename } }';
  const shift = {
    facilityId: data.facilities.nodes[0].id,
    startsAt: '2055-12-01T08:00:00.000Z',
    endsAt: '2055-12-01T16:00:00.000Z',
  };
  const outcomes = new Map<string, Outcome>();
  async function request(note: string): Promise<Outcome> {
    const { data, errors } = await ask(dispatcher, mutation, { input: { ...shift, note } });
    if (!errors) return data.createShift.__typename === 'CreateShiftPayload' ? 'whole' : 'error: REFUSED';
    const { message, extensions } = errors[0]!;
    if (extensions.code !== 'UPSTREAM_UNAVAILABLE') return `error: ${extensions.code}`;
    if (extensions.retryable) return 'not sent';
    return message.includes('look whether the change has been made') ? 'nothing yet' : `error: ${message}`;
  }
  return {
    async request(): Promise<Outcome> {
      const note = `fault ${randomUUID()}`;
      const outcome = await request(note);
      outcomes.set(note, outcome);
      return outcome;
    },
    /** What was answered as made is there once, what was not sent is not there, all else once at most. */
    async check() {
      const rows = await countByNote();
      for (const [note, outcome] of outcomes) {
        const count = rows.get(note) ?? 0;
        if (outcome === 'whole') expect(count, note).toBe(1);
        else if (outcome === 'not sent') expect(count, note).toBe(0);
        else expect(count, note).toBeLessThanOrEqual(1);
      }
    },
  };
}

const isOfChanges = (outcome: string) => ['whole', 'nothing yet', 'not sent'].includes(outcome);

test('a change whose answer is lost is never made twice, and one that was answered is made', async (context) => {
  const agent = new Agent();
  const { request, check } = await changes(agent);
  proxy.make({ kind: 'resetAfter', use: 4 });
  load = startLoad(clients, request);
  await load.until(({ whole = 0 }) => whole >= 100);
  const counts = await load.stop();
  await tell(context, 'of changes', counts);
  expect(counts['nothing yet']).toBeGreaterThan(0);
  // When the connections of several clients end at once, the service rests for a moment and is sent nothing.
  expect(Object.keys(counts).filter((outcome) => !isOfChanges(outcome))).toEqual([]);
  await check();
  await agent.close();
});

test('a database that is restarted costs its moment alone, and nothing that was answered is lost', async (context) => {
  const agent = new Agent();
  const { request: change, check } = await changes(agent);
  const read = askBoth(agent);
  let asked = 0;
  const { until } = await loadOf(() => (asked++ % 4 === 0 ? change() : read()));
  const { port } = postgres;
  await postgres.stop();
  load!.forget();
  await until((counts) => (counts['nothing yet'] ?? 0) >= 200);
  await tell(context, 'while it is down', load!.counts);
  expect(Object.keys(load!.counts)).toEqual(['nothing yet']);

  postgres = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), port, durable: true });
  await until(({ whole = 0 }) => whole >= 300);
  const counts = await load!.stop();
  await tell(context, 'until it is back', counts);
  expect(Object.keys(counts).filter((outcome) => outcome !== 'part' && !isOfChanges(outcome))).toEqual([]);
  await check();
  await agent.close();
});

async function countByNote(): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  await client.query('set role guildhall_migrator');
  const { rows } = await client.query<{ note: string; count: number }>(
    "select note, count(*)::int as count from staffing.shift where note like 'fault %' group by note",
  );
  await client.end();
  return new Map(rows.map(({ note, count }) => [note, count]));
}
