import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the template that fixture databases are copies of. */
    fixtureTemplate: string;
  }
}

/** One PostgreSQL for the run, with the fixture as a template; its owner is no superuser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-kit-'));
  chmodSync(directory, 0o711); // PostgreSQL of root's tests runs as another user, who must get in.
  const postgres = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'postgres'),
    port: 0,
    durable: false,
  });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl });
  try {
    await owner.connect();
    await owner.query(`create role guildhall_fixture login password 'fixture'`);
    await owner.query(readFileSync(join(import.meta.dirname, 'fixture/fixture.sql'), 'utf8'));
  } finally {
    await owner.end();
  }
  project.provide('fixtureTemplate', postgres.ownerUrl);
  return async () => {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
