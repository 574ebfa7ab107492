import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function whoAmI(connectionString: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(
    'select current_user as name, rolsuper, rolbypassrls from pg_roles where rolname = current_user',
  );
  await client.end();
  return rows[0];
}

test('no login that tests use is a superuser or passes row-level security by', async () => {
  const plain = { rolsuper: false, rolbypassrls: false };
  expect(await whoAmI(database.ownerUrl)).toEqual({ name: 'guildhall_owner', ...plain });
  expect(await whoAmI(database.serviceUrl('people'))).toEqual({ name: 'guildhall_people', ...plain });
  expect(await whoAmI(database.adminUrl)).toEqual({ name: 'guildhall_admin', ...plain });
});
