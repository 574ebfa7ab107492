import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readCatalogue } from '../testing/catalogue.ts';
import { connect } from '../testing/connect.ts';
import { emptyDatabase } from '../testing/emptyDatabase.ts';
import { scratchDomains, writeIn } from '../testing/scratchDomains.ts';
import { migrateDown } from './migrateDown.ts';
import { migrateUp } from './migrateUp.ts';
import { migrationStatus } from './migrationStatus.ts';

const schema = { 'alpha/schema.prisma': '' };
// What the adapter of its own would break: a semicolon in a comment and in a function's body.
const first = `-- Makes a table; and a function.
create table thing (id int primary key);
create function one() returns int language plpgsql as $$ begin return 1; end $$;
`;
const second = `create table other (id int);
create tabel wrong (id int);
`;

test('a migration is recorded as prisma migrate deploy records it', async () => {
  const database = await emptyDatabase();
  const directory = scratchDomains({ ...schema, 'alpha/migrations/1_first/migration.sql': first });
  await migrateUp({ databaseUrl: database.ownerUrl, servicePasswords: {}, directory });

  const owner = await connect(database.ownerUrl);
  const { rows } = await owner.query('select * from alpha._prisma_migrations');
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(first).digest('hex'),
      migration_name: '1_first',
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    },
  ]);
  expect(Math.abs(rows[0].finished_at - Date.now())).toBeLessThan(60_000);
});

test('a failing migration leaves nothing, says what is wrong and where, and can be corrected and run again', async () => {
  const database = await emptyDatabase();
  const directory = scratchDomains({ ...schema, 'alpha/migrations/1_first/migration.sql': first });
  const options = { databaseUrl: database.ownerUrl, servicePasswords: {}, directory };
  await migrateUp(options);
  const owner = await connect(database.ownerUrl);
  const before = await readCatalogue(owner, ['alpha']);

  writeIn(directory, 'alpha/migrations/2_second/migration.sql', second);
  await expect(migrateUp(options)).rejects.toThrow(
    'Migration alpha/2_second failed and left nothing behind: syntax error at or near "tabel" (SQLSTATE 42601)' +
      ' at line 2, column 8 of migration.sql, "create tabel wrong (id int);". Correct migration.sql and run it again.',
  );
  expect(await readCatalogue(owner, ['alpha'])).toEqual(before);
  expect(await migrationStatus(options)).toMatchObject([
    { name: '1_first', state: 'applied' },
    { name: '2_second', state: 'pending' },
  ]);

  writeIn(directory, 'alpha/migrations/2_second/migration.sql', second.replace('tabel', 'table'));
  expect(await migrateUp(options)).toEqual([{ domain: 'alpha', name: '2_second' }]);
});

test('down takes back all that came after the migration to keep, of the domains that are named, and refuses one that is not there', async () => {
  const database = await emptyDatabase();
  const migration = (path: string) => ({
    [`${path.replace('/', '/migrations/')}/migration.sql`]: `create table t_${path.replace('/', '_')} ();`,
    [`${path.replace('/', '/migrations/')}/down.sql`]: `-- Going down loses things.\ndrop table t_${path.replace('/', '_')};`,
  });
  const directory = scratchDomains({
    ...schema,
    'beta/schema.prisma': '',
    ...migration('alpha/1_a'),
    ...migration('alpha/2_b'),
    ...migration('alpha/3_c'),
    ...migration('beta/1_a'),
  });
  const options = { databaseUrl: database.ownerUrl, directory };
  await migrateUp({ ...options, servicePasswords: {} });
  await expect(migrateDown({ ...options, keep: { alpha: '2_other' } })).rejects.toThrow(
    'Migration alpha/2_other cannot be kept: it is not applied. Nothing of alpha was taken back.',
  );
  expect(await migrateDown({ ...options, keep: { alpha: '1_a' } })).toEqual([
    { domain: 'alpha', name: '3_c' },
    { domain: 'alpha', name: '2_b' },
  ]);
  expect(await migrateDown({ ...options, keep: { alpha: '1_a' } })).toEqual([]);
  expect(await migrateDown({ ...options, keep: { beta: '' } })).toEqual([{ domain: 'beta', name: '1_a' }]);
});

test('a down.sql that fails leaves the migration as it was', async () => {
  const database = await emptyDatabase();
  const directory = scratchDomains({
    ...schema,
    'alpha/migrations/1_first/migration.sql': first,
    'alpha/migrations/1_first/down.sql':
      '-- Going down loses things.\ndrop table thing;\ndrop table nothing;\n',
  });
  const lines: string[] = [];
  const options = { databaseUrl: database.ownerUrl, servicePasswords: {}, directory };
  await migrateUp(options);
  await expect(migrateDown({ ...options, onProgress: (line) => lines.push(line) })).rejects.toThrow(
    'Migration alpha/1_first failed and left nothing behind: table "nothing" does not exist (SQLSTATE 42P01)',
  );
  expect(lines).toEqual(['alpha: taking back 1_first. Going down loses things.']);
  expect(await migrationStatus(options)).toMatchObject([{ name: '1_first', state: 'applied' }]);
  await (await connect(database.ownerUrl)).query('select from alpha.thing');
});

test('two runners started at once on one database apply each migration once', async () => {
  const database = await emptyDatabase();
  const options = { databaseUrl: database.ownerUrl, servicePasswords: {} };
  const [one, two] = await Promise.all([migrateUp(options), migrateUp(options)]);
  expect([one.length, two.length].sort()).toEqual([0, (await migrationStatus(options)).length]);
});

test('runners started at once on several databases of a cluster share the roles they make', async () => {
  const databases = await Promise.all([1, 2, 3, 4].map(() => emptyDatabase()));
  const directory = scratchDomains({
    'beta/schema.prisma': '',
    'gamma/schema.prisma': '',
    'beta/migrations/1_first/migration.sql':
      'grant usage on schema beta to guildhall_beta; create table thing (id int);',
  });
  const servicePasswords = { guildhall_beta: "quite 'secret' \\", guildhall_gamma: 'secret' };
  await Promise.all(
    databases.map(({ ownerUrl }) => migrateUp({ databaseUrl: ownerUrl, servicePasswords, directory })),
  );

  for (const { ownerUrl } of databases) {
    const url = new URL(ownerUrl);
    url.username = 'guildhall_beta';
    url.password = encodeURIComponent(servicePasswords.guildhall_beta);
    const service = await connect(url.href);
    const { rows } = await service.query('select migration_name as name from beta._prisma_migrations');
    expect(rows).toEqual([{ name: '1_first' }]);
    await expect(service.query('select from beta.thing')).rejects.toThrow('permission denied');
  }
});

test('an owner without CREATEROLE is told what it lacks', async () => {
  const database = await emptyDatabase();
  const owner = await connect(database.ownerUrl);
  await owner.query(`drop role if exists powerless; create role powerless login password 'powerless'`);
  const url = new URL(database.ownerUrl);
  url.username = url.password = 'powerless';
  const directory = scratchDomains({ 'delta/schema.prisma': '' });
  await expect(migrateUp({ databaseUrl: url.href, servicePasswords: {}, directory })).rejects.toThrow(
    /^The owner in DATABASE_URL may not manage the roles of Guildhall .* give it CREATEROLE/,
  );
});

test('status tells applied, pending, edited and missing migrations apart, and up refuses what was edited', async () => {
  const database = await emptyDatabase();
  const migration = (name: string) => ({ [`alpha/migrations/${name}/migration.sql`]: `-- ${name}` });
  const directory = scratchDomains({
    ...schema,
    ...migration('1_a'),
    ...migration('2_b'),
    ...migration('3_c'),
  });
  const options = { databaseUrl: database.ownerUrl, servicePasswords: {}, directory };
  await migrateUp(options);
  const later = scratchDomains({
    ...schema,
    ...migration('1_a'),
    'alpha/migrations/2_b/migration.sql': '-- other',
    ...migration('4_d'),
  });
  const status = await migrationStatus({ ...options, directory: later });
  expect(status.map(({ name, state, appliedAt }) => [name, state, appliedAt !== null])).toEqual([
    ['1_a', 'applied', true],
    ['2_b', 'edited', true],
    ['3_c', 'missing', true],
    ['4_d', 'pending', false],
  ]);
  await expect(migrateUp({ ...options, directory: later })).rejects.toThrow(
    'Migration alpha/2_b was edited after it was applied',
  );
});

test('an older release, which lacks the last migration, still runs up on the newer database', async () => {
  const database = await emptyDatabase();
  const files = { ...schema, 'alpha/migrations/1_first/migration.sql': first };
  const newer = scratchDomains({
    ...files,
    'alpha/migrations/2_second/migration.sql': 'create table other ();',
  });
  const options = { databaseUrl: database.ownerUrl, servicePasswords: {} };
  await migrateUp({ ...options, directory: newer });
  expect(await migrateUp({ ...options, directory: scratchDomains(files) })).toEqual([]);
});

test('a database that cannot be reached is one clear sentence without the password', async () => {
  await expect(
    migrateUp({ databaseUrl: 'postgresql://owner:hush@127.0.0.1:1/guildhall', servicePasswords: {} }),
  ).rejects.toThrow(
    /^The database guildhall at 127.0.0.1:1 cannot be reached as owner \(connect ECONNREFUSED .*\): check DATABASE_URL/,
  );
});
