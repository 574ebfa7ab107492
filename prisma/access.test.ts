import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { domains } from './domains.ts';
import { serviceRole } from './roles.ts';
import type { TestDatabase } from './testing.ts';
import { exampleDatabase } from './testing/exampleDatabase.ts';
import { asViewer, type TestViewer } from './testing/viewer.ts';

let database: TestDatabase;
let admin: pg.Client;
const services: Record<string, pg.Client> = {};

beforeAll(async () => {
  database = await exampleDatabase();
  const connect = async (connectionString: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    return client;
  };
  admin = await connect(database.adminUrl);
  for (const domain of domains) services[domain] = await connect(database.serviceUrl(domain));
});
afterAll(async () => {
  await Promise.all([admin, ...Object.values(services)].map((client) => client.end()));
  await database.drop();
});

async function tablesOf(domain: string): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')
        and relname <> '_prisma_migrations' order by 1`,
    [domain],
  );
  return rows.map(({ name }) => name);
}

const uuid = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`;
const company: TestViewer = { role: 'company', personId: uuid('1'), organisationId: uuid('c0') };
const facility: TestViewer = { role: 'facility', personId: uuid('2'), organisationId: uuid('f1') };
const agent: TestViewer = { role: 'agent', personId: uuid('3'), organisationId: uuid('c0') };
const member: TestViewer = { role: 'member', personId: uuid('5'), organisationId: uuid('c0') };
const identity: TestViewer = { role: 'identity', personId: uuid('1'), organisationId: uuid('c0') };
const viewers: Record<string, TestViewer> = {
  company,
  system: { role: 'system' },
  facility,
  agent,
  member,
  identity,
  calendar: { role: 'calendar', personId: uuid('3') },
  gateway: { role: 'gateway' },
  anonymous: { role: 'anonymous' },
  nobody: {},
};
const all = 'all';

type Reads = Record<string, Record<string, typeof all | string[]>>;

type Writes = Record<string, Record<string, ('insert' | 'update' | 'delete')[]>>;

/** The tables of all domains, each told of in a file that every domain keeps for people to read. */
function ofEveryDomain<Tables extends object>(name: string): Tables {
  return Object.fromEntries(
    domains.flatMap((domain) => {
      const file = new URL(`./${domain}/${name}`, import.meta.url);
      const tables = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Tables);
      return tables.map(([table, viewers]) => [`${domain}.${table}`, viewers]);
    }),
  ) as Tables;
}

/** Which rows of example.sql each viewer reads, by table and the end of their key; not named: none. */
const reads = ofEveryDomain<Reads>('reads.json');

/**
 * What viewers beside company and system may do with the rows that are theirs: the first of the table, as far as
 * inserting goes.
 */
const writes = ofEveryDomain<Writes>('writes.json');

test('the table of who reads what names every table of every domain', async () => {
  const names = await Promise.all(
    domains.map(async (domain) => (await tablesOf(domain)).map((name) => `${domain}.${name}`)),
  );
  expect(names.flat().sort()).toEqual(Object.keys(reads).sort());
});

describe.each(Object.keys(reads))('%s', (table) => {
  const [domain, name] = table.split('.') as [string, string];
  const keys = async (client: pg.Client) => {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${domain}."${name}" t`,
    );
    return rows.map(({ row }) => String(row.id ?? row.person_id ?? row.agent_id ?? row.subject)).sort();
  };

  test.each(Object.keys(viewers))('%s reads the rows that are theirs to read', async (who) => {
    const rows = await asViewer(services[domain]!, viewers[who]!, () => keys(services[domain]!));
    const expected = reads[table]![who] ?? [];
    expect(rows).toEqual(expected === all ? await keys(admin) : expected.map(uuid));
    if (expected === all) expect(rows).not.toEqual([]);
  });

  test.each(Object.keys(viewers))('%s changes the rows that are theirs to change', async (who) => {
    const service = services[domain]!;
    const row = (await admin.query(`select to_jsonb(t) as row from ${domain}."${name}" t order by 1 limit 1`))
      .rows[0].row;
    const attempt = (sql: string, values: unknown[] = []) =>
      asViewer(service, viewers[who]!, async () => {
        try {
          return (await service.query(sql, values)).rowCount! > 0 ? 'done' : 'refused';
        } catch (error) {
          const { code } = error as pg.DatabaseError;
          // A key that is taken, or still used, is seen only after the policy has let the row pass.
          // So says a trigger of ours, too, where only some values are theirs to write.
          return code === '42501' || code === 'GH002' || code === 'GH004'
            ? 'refused'
            : code?.startsWith('23')
              ? 'done'
              : code;
        }
      });
    const allowed =
      name === 'history'
        ? []
        : who === 'company' || who === 'system'
          ? ['insert', 'update', 'delete']
          : (writes[table]?.[who] ?? []);
    const expected = (operation: string) => (allowed.includes(operation) ? 'done' : 'refused');
    const column = name === 'history' ? 'request_id' : 'created_at';
    expect(await attempt(`update ${table} set ${column} = ${column}`), 'update').toBe(expected('update'));
    expect(await attempt(`delete from ${table}`), 'delete').toBe(expected('delete'));
    const columns = (
      await admin.query(
        `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
          where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      )
    ).rows[0].list;
    const insert = `insert into ${table} (${columns}) overriding system value
      select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    expect(await attempt(insert, [row]), 'insert').toBe(expected('insert'));
  });
});

describe.each(domains)('the service of %s', (domain) => {
  test('sees nothing with raw SQL and no viewer, in a session that never had one', async () => {
    const fresh = new pg.Client({ connectionString: database.serviceUrl(domain) });
    await fresh.connect();
    try {
      for (const name of await tablesOf(domain)) {
        expect((await fresh.query(`select * from ${domain}."${name}"`)).rows, name).toEqual([]);
        expect((await admin.query(`select from ${domain}."${name}" limit 1`)).rowCount, name).toBe(1);
      }
    } finally {
      await fresh.end();
    }
  });

  test('may not enter another domain, make anything, empty a table or become another role', async () => {
    const table = (await tablesOf(domain))[0]!;
    const forbidden = [
      `create table ${domain}.mine ()`,
      'create table public.mine ()',
      'create schema mine',
      `truncate ${domain}."${table}"`,
      `alter table ${domain}."${table}" disable row level security`,
      `delete from ${domain}._prisma_migrations`,
      'set role guildhall_migrator',
      'set role guildhall_admin',
    ];
    for (const other of domains.filter((each) => each !== domain))
      forbidden.push(
        `select from ${other}."${(await tablesOf(other))[0]}"`,
        `set role ${serviceRole(other)}`,
      );
    for (const sql of forbidden)
      await expect(services[domain]!.query(sql), sql).rejects.toMatchObject({ code: '42501' });
  });
});

test.each(domains)('every table of %s is guarded, recorded, and owned by the migrator', async (domain) => {
  const { rows } = await admin.query(
    `select relname as name, relowner::regrole::text as owner, relrowsecurity as enabled,
            relforcerowsecurity as forced, array(
              select tgtype::int from pg_trigger where tgrelid = c.oid and tgenabled = 'O'
                and tgfoid = 'guildhall.record_history'::regproc order by 1
            ) as recorded
       from pg_class c where relnamespace = $1::regnamespace and relkind in ('r', 'p')
        and relname <> '_prisma_migrations'`,
    [domain],
  );
  expect(rows.length).toBeGreaterThan(1);
  for (const { name, ...rest } of rows)
    expect(rest, name).toEqual({
      owner: 'guildhall_migrator',
      enabled: true,
      forced: true,
      recorded: name === 'history' ? [] : [4, 8, 16], // after each statement that inserts, deletes, updates
    });
});

test('every policy is for named roles, none for everybody', async () => {
  const { rows } = await admin.query(
    `select schemaname, tablename, policyname from pg_policies where 'public' = any (roles)`,
  );
  expect(rows).toEqual([]);
});
