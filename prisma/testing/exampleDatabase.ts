import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { domains, prismaDirectory } from '../domains.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';

/** A migrated database that holds the example rows of every domain. */
export async function exampleDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  for (const domain of domains) {
    await admin.query(`set search_path = ${domain}`);
    await admin.query(readFileSync(join(prismaDirectory, domain, 'example.sql'), 'utf8'));
  }
  await admin.end();
  return database;
}
