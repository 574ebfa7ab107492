import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@guildhall/prisma/testing';
import { accounts } from './accounts.ts';
import { createApiKey } from './apiKey.ts';
import { seedAll } from './seed.ts';

let database: TestDatabase;
let admin: pg.Client;

const urlsOf = ({ serviceUrl }: TestDatabase) =>
  Object.fromEntries(['people', 'staffing', 'workshops'].map((domain) => [domain, serviceUrl(domain)]));
const options = (scale: number) => ({
  serviceUrls: urlsOf(database),
  scale,
});
const all = async (sql: string, values?: unknown[]) => (await admin.query(sql, values)).rows;
const everything = async () => ({
  organisations: await all('select * from people.organisation order by id'),
  persons: await all('select * from people.person order by id'),
  contacts: await all('select * from people.contact order by person_id'),
  memberships: await all('select * from people.membership order by id'),
  logins: await all('select subject, person_id from people.login order by subject'),
  facilities: await all('select * from staffing.facility order by id'),
  agents: await all('select * from staffing.agent order by id'),
  shifts: await all('select * from staffing.shift order by id'),
  workshops: await all('select * from workshops.workshop order by id'),
  participants: await all('select * from workshops.participant order by id'),
});

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  expect(await seedAll(options(1))).toEqual(['people', 'staffing', 'workshops']);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

test('scale 1 makes 20 facilities with an organisation each, 200 agents and 3,000 shifts', async () => {
  const rows = await everything();
  expect(rows.facilities).toHaveLength(20);
  expect(rows.organisations).toHaveLength(21);
  expect(rows.agents).toHaveLength(200);
  expect(rows.shifts).toHaveLength(3_000);
  expect(rows.contacts).toHaveLength(rows.persons.length);
});

test('seeding again, also twice at once and at another scale, adds and changes nothing', async () => {
  const before = await everything();
  expect(await Promise.all([seedAll(options(1)), seedAll(options(2))])).toEqual([[], []]);
  expect(await everything()).toEqual(before);
});

test('two seeders started at once on an empty database make each row once', async () => {
  const other = await createTestDatabase();
  try {
    const seeded = await Promise.all([1, 2].map(() => seedAll({ serviceUrls: urlsOf(other), scale: 0.1 })));
    expect(seeded.flat().sort()).toEqual(['people', 'staffing', 'workshops']);
  } finally {
    await other.drop();
  }
});

test('what is seeded is recorded in history as done by the system', async () => {
  expect(await all('select distinct actor_role, request_id from staffing.history')).toEqual([
    { actor_role: 'system', request_id: 'seed' },
  ]);
  const recorded = await all(
    'select table_name as name, count(*)::int from staffing.history group by 1 order by 1',
  );
  expect(recorded).toHaveLength(9);
  for (const { name, count } of recorded)
    expect(await all(`select count(*)::int from staffing.${name}`), name).toEqual([{ count }]);
});

test.each(Object.entries(accounts))(
  'the account of the persona %s is there, with its login',
  async (role, account) => {
    expect(
      await all(
        `select l.subject, p.id as "personId", m.organisation_id as "organisationId", p.name, m.role
         from people.login l join people.person p on p.id = l.person_id
         join people.membership m on m.person_id = p.id
        where l.subject = $1`,
        [account.subject],
      ),
    ).toEqual([{ ...account, role }]);
  },
);

test('the agent persona works at the facility that the facility persona plans, and elsewhere too', async () => {
  const rows = await all(
    `select f.organisation_id = $2 as home, count(*)::int
       from staffing.shift s join staffing.agent a on a.id = s.agent_id join staffing.facility f on f.id = s.facility_id
      where a.person_id = $1 group by 1 order by 1`,
    [accounts.agent.personId, accounts.facility.organisationId],
  );
  expect(rows.map(({ home }) => home)).toEqual([false, true]);
  expect(rows[1].count).toBeGreaterThan(2);
});

test('the member has a seat on offer, the agent a console, the planner an invitation; drafts and full ones are there', async () => {
  const statuses = (personId: string, table: 'participant' | 'organizer') =>
    all(`select distinct status from workshops.${table} where person_id = $1 order by 1`, [personId]).then(
      (rows) => rows.map(({ status }) => status),
    );
  expect(await statuses(accounts.member.personId, 'participant')).toEqual([
    'attended',
    'confirmed',
    'offered',
  ]);
  expect(await statuses(accounts.agent.personId, 'organizer')).toEqual(['active']);
  expect(await statuses(accounts.facility.personId, 'organizer')).toEqual(['invited']);
  const [{ found }] = await all(
    'select array_agg(distinct status order by status) as found from workshops.workshop',
  );
  expect(found).toEqual(['cancelled', 'draft', 'held', 'published']);
  const [{ full }] = await all(
    'select count(*)::int as full from workshops.workshop where seats_taken = capacity and waiting_count > 0',
  );
  expect(full).toBeGreaterThan(1);
});

test('an API key works by the hash of its secret, and the secret itself is stored nowhere', async () => {
  const { id, secret } = await createApiKey({
    serviceUrl: database.serviceUrl('people'),
    label: 'The identity provider',
    personId: accounts.company.personId,
    organisationId: accounts.company.organisationId,
    role: 'identity',
    scopes: ['logins:read'],
  });
  expect(secret).toMatch(/^[\w-]{43}$/);
  const rows = await all(
    `select role, scopes, secret_hash = encode(sha256(convert_to($2, 'UTF8')), 'hex') as fits
       from people.api_key where id = $1`,
    [id, secret],
  );
  expect(rows).toEqual([{ role: 'identity', scopes: ['logins:read'], fits: true }]);
  const stored = await all(
    `select t::text from people.api_key t union all select t::text from people.history t`,
  );
  expect(JSON.stringify(stored)).not.toContain(secret);
});
