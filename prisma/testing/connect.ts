import pg from 'pg';
import { onTestFinished } from 'vitest';

/** Connects for the rest of a test. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
