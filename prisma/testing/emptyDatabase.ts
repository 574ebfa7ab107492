import { onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing.ts';

/** An empty database for the rest of a test. Call it before connecting: what is opened last is closed first. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrated: false });
  onTestFinished(() => database.drop());
  return database;
}
