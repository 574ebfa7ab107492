import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createViewerSigner, createViewerVerifier, system } from '@guildhall/kit/viewer';
import { createTestDatabase, type TestDatabase } from '@guildhall/prisma/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

// As the task runs: a process with a role of its own, that asks Secrets Manager over HTTP; the database is real.

const program = fileURLToPath(new URL('run.ts', import.meta.url));
const made = ['VIEWER_JWKS', 'VIEWER_PRIVATE_KEY', 'JOURNEYS_KEY', 'IDENTITY_KEY'];
/** What Secrets Manager holds, by the whole name; undefined for what has no value yet. */
let secrets: Map<string, string | undefined>;
/** What it was asked, and refuses when it is this. */
let asked: string[];
let refused: string | null;

const secretsManager = createServer(async (request, response) => {
  const answer = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  if (request.url === '/role')
    return answer(200, {
      AccessKeyId: 'AKIDOFATASK',
      SecretAccessKey: 'of-a-test',
      Token: 'token',
      Expiration: '2999-01-01T00:00:00Z',
    });
  const action = String(request.headers['x-amz-target']).split('.')[1]!;
  const { SecretId: id, SecretString: value } = (await json(request)) as Record<string, string>;
  asked.push(`${action} ${id}`);
  expect(request.headers.authorization).toContain('AKIDOFATASK');
  if (!secrets.has(id!) || `${action} ${id}` === refused)
    return answer(400, { __type: 'ResourceNotFoundException', message: `no ${id}` });
  if (action === 'PutSecretValue') secrets.set(id!, value);
  const isThere = secrets.get(id!) !== undefined;
  return answer(200, { Name: id, ...(isThere && { VersionIdsToStages: { one: ['AWSCURRENT'] } }) });
});

let database: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  secretsManager.listen(0, '127.0.0.1');
  await once(secretsManager, 'listening');
});
afterAll(() => {
  secretsManager.closeAllConnections();
  secretsManager.close();
});
beforeEach(async () => {
  asked = [];
  refused = null;
  secrets = new Map(
    [...made, 'OIDC_CLIENT_SECRET'].map((name) => [`guildhall/live/${name}`, undefined] as const),
  );
  secrets.set('guildhall/live/OIDC_CLIENT_SECRET', 'from the provider');
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  await database.drop();
});

const scopes = ['people:read', 'people:write'];
async function run(args: string[], settings: Record<string, string> = {}) {
  const address = `http://127.0.0.1:${(secretsManager.address() as AddressInfo).port}`;
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      AWS_REGION: 'eu-west-2',
      AWS_ENDPOINT_URL: address,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${address}/role`,
      ENVIRONMENT: 'live',
      API_KEYS: JSON.stringify([
        { name: 'JOURNEYS_KEY', role: 'company', scopes },
        { name: 'IDENTITY_KEY', role: 'identity', scopes: ['logins:read'] },
      ]),
      FILLED_BY_PEOPLE: 'OIDC_CLIENT_SECRET',
      PEOPLE_DATABASE_URL: database.serviceUrl('people'),
      ...settings,
    },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: child.exitCode ?? (await once(child, 'exit'))[0], stdout, stderr };
}
const staff = ['staff', '--name', 'Cora Whitfield', '--login', 'google-oauth2|1', '--organisation', 'Guildhall'];
const valueOf = (name: string) => secrets.get(`guildhall/live/${name}`)!;
/** Keys whose secret is what a value says, as the gateway would look them up. */
const keysOf = async (value: string) => {
  const [id, secret] = value.split(':');
  const { rows } = await admin.query(
    `select k.role, k.scopes, p.name as person, o.kind, k.expires_at > now() + interval '23 hours' as ends_in_a_day
       from people.api_key k join people.person p on p.id = k.person_id join people.organisation o on o.id = k.organisation_id
      where k.id = $1 and k.secret_hash = encode(sha256(convert_to($2, 'UTF8')), 'hex') and k.revoked_at is null`,
    [id, secret],
  );
  return rows;
};

test('an empty environment gets a key that subgraphs believe at once, and API keys when the company has somebody', async () => {
  const first = await run(['keys']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain('JOURNEYS_KEY waits for the company');
  const headers = await createViewerSigner(JSON.parse(valueOf('VIEWER_PRIVATE_KEY')))(system);
  const verify = createViewerVerifier(JSON.parse(valueOf('VIEWER_JWKS')));
  expect(await verify(headers)).toMatchObject({ role: 'system' });

  expect((await run(staff)).stdout).toContain('Cora Whitfield is now of the support staff of Guildhall.');
  const of = { person: 'Machines of the platform', kind: 'company', ends_in_a_day: null };
  expect(await keysOf(valueOf('JOURNEYS_KEY'))).toEqual([{ ...of, role: 'company', scopes }]);
  expect(await keysOf(valueOf('IDENTITY_KEY'))).toEqual([
    { ...of, role: 'identity', scopes: ['logins:read'] },
  ]);
  const { rows } = await admin.query(
    `select p.name, m.role, o.name as company from people.login l join people.person p on p.id = l.person_id
       join people.membership m on m.person_id = p.id join people.organisation o on o.id = m.organisation_id
      where l.subject = 'google-oauth2|1'`,
  );
  expect(rows).toEqual([{ name: 'Cora Whitfield', role: 'company', company: 'Guildhall' }]);
  // It writes what it makes, and reads nothing.
  expect(new Set(asked.map((each) => each.split(' ')[0]))).toEqual(
    new Set(['DescribeSecret', 'PutSecretValue']),
  );
});

test('what is there stays, however often it runs; only what a key may ask for follows', async () => {
  await run(staff);
  const before = new Map(secrets);
  const again = await run(staff, {
    API_KEYS: JSON.stringify([{ name: 'JOURNEYS_KEY', role: 'company', scopes: ['people:read'] }]),
  });
  expect(again.stdout).toContain('Cora Whitfield is of the support staff of Guildhall already.');
  expect(secrets).toEqual(before);
  expect(await keysOf(valueOf('JOURNEYS_KEY'))).toMatchObject([{ scopes: ['people:read'] }]);
});

test('a key is made anew when it is asked for, and the one before holds for another day', async () => {
  await run(staff);
  const before = valueOf('JOURNEYS_KEY');
  const { stdout } = await run(['keys', '--renew', 'JOURNEYS_KEY']);
  expect(stdout).toContain('JOURNEYS_KEY has been made anew');
  expect(valueOf('JOURNEYS_KEY')).not.toBe(before);
  expect(await keysOf(valueOf('JOURNEYS_KEY'))).toMatchObject([{ ends_in_a_day: null }]);
  expect(await keysOf(before)).toMatchObject([{ ends_in_a_day: true }]);
  expect(await run(['keys', '--renew', 'VIEWER_PRIVATE_KEY'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('choose JOURNEYS_KEY, IDENTITY_KEY'),
  });
});

test('a key that could not be kept is worth nothing, and the next run makes another', async () => {
  refused = 'PutSecretValue guildhall/live/JOURNEYS_KEY';
  expect(await run(staff)).toMatchObject({ code: 1 });
  const { rows } = await admin.query('select revoked_at is not null as revoked from people.api_key');
  expect(rows).toEqual([{ revoked: true }]);
  refused = null;
  expect(await run(['keys'])).toMatchObject({ code: 0 });
  expect(await keysOf(valueOf('JOURNEYS_KEY'))).toHaveLength(1);
});

test('it stops what comes after it while a value is missing that only a person can put in', async () => {
  secrets.set('guildhall/live/OIDC_CLIENT_SECRET', undefined);
  // An exchange has no API keys, and its machines need no database.
  const { code, stderr } = await run(['keys'], { API_KEYS: '', PEOPLE_DATABASE_URL: '' });
  expect(code).toBe(1);
  expect(stderr).toContain('guildhall/live/OIDC_CLIENT_SECRET: put the values in');
  expect(valueOf('VIEWER_PRIVATE_KEY')).toBeTruthy();
});
