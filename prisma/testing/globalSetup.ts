import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { domains } from '../domains.ts';
import { startEmbeddedPostgres } from '../embedded.ts';
import { migrateUp } from '../migrate/migrateUp.ts';
import { adminRole, serviceRole } from '../roles.ts';

/** What the tests of a run know of their PostgreSQL. */
export interface TestPostgres {
  /** The owner's address of a database that tests leave alone. */
  ownerUrl: string;
  /** The migrated database that test databases are copies of. */
  template: string;
  /** Passwords by login role. */
  passwords: Record<string, string>;
}

declare module 'vitest' {
  interface ProvidedContext {
    guildhallPostgres: TestPostgres;
  }
}

/**
 * A vitest global set-up: one PostgreSQL in a temporary folder for the whole run, with one migrated template
 * database. It ends with the run, also when that fails or is killed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'guildhall-test-'));
  chmodSync(directory, 0o711); // Root's tests run PostgreSQL as another user, who must get in.
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({
      dataDirectory: join(directory, 'postgres'),
      port: 0,
      durable: false,
    });
    try {
      const template = 'guildhall_template';
      const passwords = Object.fromEntries(
        [...domains.map(serviceRole), adminRole].map((role) => [role, `${role}-test`]),
      );
      await createDatabase(postgres.ownerUrl, template);
      await migrateUp({
        databaseUrl: withDatabase(postgres.ownerUrl, template),
        servicePasswords: passwords,
      });
      project.provide('guildhallPostgres', { ownerUrl: postgres.ownerUrl, template, passwords });
    } catch (error) {
      await postgres.stop();
      throw error;
    }
    return async () => {
      await postgres.stop();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function createDatabase(ownerUrl: string, name: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await owner.end();
  }
}

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
