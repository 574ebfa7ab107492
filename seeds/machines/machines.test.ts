import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createViewerSigner, createViewerVerifier, system } from '@guildhall/kit/viewer';
import { createTestDatabase, type TestDatabase } from '@guildhall/prisma/testing';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addStaff } from './addStaff.ts';
import { makeKeys, type MakeKeysOptions } from './makeKeys.ts';

const made = ['VIEWER_JWKS', 'VIEWER_PRIVATE_KEY', 'JOURNEYS_KEY', 'IDENTITY_KEY'];
const scopes = ['people:read', 'people:write'];
const apiKeys = [
  { name: 'JOURNEYS_KEY', role: 'company', scopes },
  { name: 'IDENTITY_KEY', role: 'identity', scopes: ['logins:read'] },
];

let database: TestDatabase;
let admin: pg.Client;
/** What is kept, by name. */
let secrets: Map<string, string>;
/** The secret that cannot be written. */
let broken: string | undefined;
beforeEach(async () => {
  secrets = new Map();
  broken = undefined;
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  await database.drop();
});

const store = {
  has: async (name: string) => secrets.has(name),
  async put(name: string, value: string) {
    if (name === broken) throw new Error(`${name} cannot be written.`);
    secrets.set(name, value);
  },
};
const make = (options: Partial<MakeKeysOptions> = {}) =>
  makeKeys({ store, apiKeys, serviceUrl: database.serviceUrl('people'), ...options });
const add = (name: string, login: string) =>
  addStaff({ serviceUrl: database.serviceUrl('people'), name, login, organisation: 'Guildhall' });
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
  expect(await make()).toEqual([
    "The gateway's key has been made.",
    expect.stringContaining('JOURNEYS_KEY waits for the company'),
    expect.stringContaining('IDENTITY_KEY waits for the company'),
  ]);
  const headers = await createViewerSigner(JSON.parse(secrets.get('VIEWER_PRIVATE_KEY')!))(system);
  const verify = createViewerVerifier(JSON.parse(secrets.get('VIEWER_JWKS')!));
  expect(await verify(headers)).toMatchObject({ role: 'system' });

  expect(await add('Cora Whitfield', 'google-oauth2|1')).toBe(
    'Cora Whitfield is now of the support staff of Guildhall.',
  );
  await make();
  const of = { person: 'Machines of the platform', kind: 'company', ends_in_a_day: null };
  expect(await keysOf(secrets.get('JOURNEYS_KEY')!)).toEqual([{ ...of, role: 'company', scopes }]);
  expect(await keysOf(secrets.get('IDENTITY_KEY')!)).toEqual([
    { ...of, role: 'identity', scopes: ['logins:read'] },
  ]);
  const { rows } = await admin.query(
    `select p.name, m.role, o.name as company from people.login l join people.person p on p.id = l.person_id
       join people.membership m on m.person_id = p.id join people.organisation o on o.id = m.organisation_id
      where l.subject = 'google-oauth2|1'`,
  );
  expect(rows).toEqual([{ name: 'Cora Whitfield', role: 'company', company: 'Guildhall' }]);
});

test('what is there stays, however often it runs; only what a key may ask for follows', async () => {
  await add('Cora Whitfield', 'google-oauth2|1');
  await make();
  const before = new Map(secrets);
  expect(await add('Somebody Else', 'google-oauth2|1')).toBe(
    'Cora Whitfield is of the support staff of Guildhall already.',
  );
  await make({ apiKeys: [{ name: 'JOURNEYS_KEY', role: 'company', scopes: ['people:read'] }] });
  expect(secrets).toEqual(before);
  expect(await keysOf(secrets.get('JOURNEYS_KEY')!)).toMatchObject([{ scopes: ['people:read'] }]);
});

test('a key is made anew when it is asked for, or when the database no longer has it; the one before holds for a day', async () => {
  await add('Cora Whitfield', 'google-oauth2|1');
  await make();
  const before = secrets.get('JOURNEYS_KEY')!;
  expect(await make({ renew: ['JOURNEYS_KEY'] })).toContain(
    'JOURNEYS_KEY has been made anew; the one before holds for a day.',
  );
  const renewed = secrets.get('JOURNEYS_KEY')!;
  expect(await keysOf(renewed)).toMatchObject([{ ends_in_a_day: null }]);
  expect(await keysOf(before)).toMatchObject([{ ends_in_a_day: true }]);
  await admin.query(
    "update people.api_key set expires_at = now() + interval '1 hour' where expires_at is not null",
  );
  await make({ renew: ['JOURNEYS_KEY'] });
  expect(await keysOf(before)).toMatchObject([{ ends_in_a_day: false }]);
  await expect(make({ renew: ['VIEWER_PRIVATE_KEY'] })).rejects.toThrow('choose JOURNEYS_KEY, IDENTITY_KEY');

  await admin.query("update people.api_key set revoked_at = now() where label = 'JOURNEYS_KEY'");
  await make();
  expect(secrets.get('JOURNEYS_KEY')).not.toBe(renewed);
  expect(await keysOf(secrets.get('JOURNEYS_KEY')!)).toHaveLength(1);
});

test('a key that could not be kept is worth nothing, and the next run makes another', async () => {
  await add('Cora Whitfield', 'google-oauth2|1');
  broken = 'JOURNEYS_KEY';
  await expect(make()).rejects.toThrow('JOURNEYS_KEY cannot be written.');
  const { rows } = await admin.query('select revoked_at is not null as revoked from people.api_key');
  expect(rows).toEqual([{ revoked: true }]);
  broken = undefined;
  await make();
  expect(await keysOf(secrets.get('JOURNEYS_KEY')!)).toHaveLength(1);
});

test('as a task it asks Secrets Manager by its role, reads nothing there, and stops what comes after it while a value is missing that only a person can put in', async () => {
  const kept = new Map<string, string | undefined>(
    [...made, 'OIDC_CLIENT_SECRET'].map((name) => [`guildhall/live/${name}`, undefined]),
  );
  const asked = new Set<string>();
  const secretsManager = createServer(async (request, response) => {
    const answer = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    if (request.url === '/role')
      return answer({
        AccessKeyId: 'AKIDOFATASK',
        SecretAccessKey: 'of-a-test',
        Token: 'token',
        Expiration: '2999-01-01T00:00:00Z',
      });
    const action = String(request.headers['x-amz-target']).split('.')[1]!;
    const { SecretId: id, SecretString: value } = (await json(request)) as Record<string, string>;
    asked.add(action);
    if (action === 'PutSecretValue') kept.set(id!, value);
    const isSigned = String(request.headers.authorization).includes('AKIDOFATASK/');
    const isThere = isSigned && kept.get(id!) !== undefined;
    return answer({ Name: id, ...(isThere && { VersionIdsToStages: { one: ['AWSCURRENT'] } }) });
  }).listen(0, '127.0.0.1');
  try {
    await once(secretsManager, 'listening');
    const address = `http://127.0.0.1:${(secretsManager.address() as AddressInfo).port}`;
    const program = fileURLToPath(new URL('run.ts', import.meta.url));
    const staff = [
      'staff',
      '--name',
      'Cora Whitfield',
      '--login',
      'google-oauth2|1',
      '--organisation',
      'Guildhall',
    ];
    const child = spawn(process.execPath, [program, ...staff], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        AWS_REGION: 'eu-west-2',
        AWS_ENDPOINT_URL: address,
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${address}/role`,
        ENVIRONMENT: 'live',
        API_KEYS: JSON.stringify(apiKeys),
        FILLED_BY_PEOPLE: 'OIDC_CLIENT_SECRET',
        PEOPLE_DATABASE_URL: database.serviceUrl('people'),
      },
    });
    const exited = once(child, 'exit');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(await exited).toEqual([1, null]);
    expect(stderr).toContain('guildhall/live/OIDC_CLIENT_SECRET: put the values in');
    expect(stdout).toContain('Cora Whitfield is now of the support staff of Guildhall.');
    expect(await keysOf(kept.get('guildhall/live/JOURNEYS_KEY')!)).toHaveLength(1);
    expect([...asked].toSorted()).toEqual(['DescribeSecret', 'PutSecretValue']);
    expect(`${stdout}${stderr}`).not.toContain(kept.get('guildhall/live/JOURNEYS_KEY')!.split(':')[1]);
  } finally {
    secretsManager.closeAllConnections();
    secretsManager.close();
  }
});
