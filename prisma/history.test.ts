import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from './testing.ts';
import { connect } from './testing/connect.ts';
import { exampleDatabase } from './testing/exampleDatabase.ts';
import { asViewer } from './testing/viewer.ts';

let database: TestDatabase;
let people: pg.Client;
beforeAll(async () => {
  database = await exampleDatabase();
  people = new pg.Client({ connectionString: database.serviceUrl('people') });
  await people.connect();
});
afterAll(async () => {
  await people.end();
  await database.drop();
});

const uuid = (end: string) => `00000000-0000-7000-8000-${end.padStart(12, '0')}`;
const cora = { role: 'company', personId: uuid('1'), organisationId: uuid('c0') };

async function historyOf(requestId: string) {
  const { rows } = await asViewer(people, { role: 'system' }, () =>
    people.query('select * from people.history where request_id = $1 order by id', [requestId]),
  );
  return rows;
}

test('history says who changed what, when, in which request, from what and to what', async () => {
  await asViewer(
    people,
    { ...cora, requestId: 'a-request' },
    () => people.query(`update people.organisation set name = 'Rose Manor' where id = $1`, [uuid('f1')]),
    { commit: true },
  );
  const rows = await historyOf('a-request');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    at: expect.any(Date),
    table_name: 'organisation',
    row_id: uuid('f1'),
    operation: 'update',
    actor_person_id: cora.personId,
    actor_organisation_id: cora.organisationId,
    actor_role: 'company',
    old_row: { name: 'Rose House', kind: 'facility' },
    new_row: { name: 'Rose Manor', kind: 'facility' },
  });
});

test('what a deletion takes along is recorded under the same person and request', async () => {
  await asViewer(
    people,
    { ...cora, requestId: 'a-deletion' },
    () => people.query('delete from people.person where id = $1', [uuid('2')]),
    { commit: true },
  );
  const rows = await historyOf('a-deletion');
  expect(rows.map((row) => [row.operation, row.table_name, row.row_id, row.new_row]).sort()).toEqual([
    ['delete', 'contact', uuid('2'), null],
    ['delete', 'login', 'local|finn', null],
    ['delete', 'membership', uuid('a2'), null],
    ['delete', 'person', uuid('2'), null],
  ]);
  expect(new Set(rows.map((row) => row.actor_person_id))).toEqual(new Set([cora.personId]));
});

test('no secret reaches history, neither when a key is made nor when it changes or goes', async () => {
  await asViewer(
    people,
    { ...cora, requestId: 'a-key' },
    async () => {
      await people.query(
        `insert into people.api_key (id, secret_hash, label, person_id, organisation_id, role, scopes)
         values ('other', repeat('0123456789abcdef', 4), 'A key', $1, $2, 'company', '{}')`,
        [cora.personId, cora.organisationId],
      );
      await people.query(`update people.api_key set revoked_at = now() where id = 'other'`);
      await people.query(`delete from people.api_key where id = 'other'`);
    },
    { commit: true },
  );
  const rows = await historyOf('a-key');
  expect(rows.map((row) => row.operation)).toEqual(['insert', 'update', 'delete']);
  expect(JSON.stringify(rows)).not.toMatch(/secret|0123456789abcdef/);
});

test('a change made without a viewer, by the support tooling, is recorded with nobody as its actor', async () => {
  const admin = await connect(database.adminUrl);
  await admin.query('update people.organisation set name = name where id = $1', [uuid('f2')]);
  const { rows } = await admin.query(
    `select actor_person_id, actor_role, request_id from people.history where row_id = $1 order by id desc limit 1`,
    [uuid('f2')],
  );
  expect(rows).toEqual([{ actor_person_id: null, actor_role: null, request_id: null }]);
});

test('each row of a statement that changes many is recorded by itself', async () => {
  await asViewer(
    people,
    { ...cora, requestId: 'many' },
    () => people.query(`update people.organisation set name = name || ' of old'`),
    { commit: true },
  );
  const rows = await historyOf('many');
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row.new_row).toMatchObject({ id: row.row_id, name: `${row.old_row.name} of old` });
    expect(row.old_row.id).toBe(row.row_id);
  }
});
