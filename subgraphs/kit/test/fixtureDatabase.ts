import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase } from '../src/database.ts';
import type { DatabaseOptions } from '../src/database.ts';
import { PrismaClient } from './fixture/generated/client.ts';

/** A database of a test file's own, a copy of the fixture. */
export interface FixtureDatabase {
  serviceUrl: string;
  /** Runs SQL as the owner, who is no superuser, but who may do anything to the fixture's tables. */
  asOwner(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** A kit database on it, logged in as the fixture's service role. */
  open(options?: Partial<DatabaseOptions<PrismaClient>>): ReturnType<typeof createDatabase<PrismaClient>>;
  /** Closes what was opened and drops the database. */
  drop(): Promise<void>;
}

export async function fixtureDatabase(): Promise<FixtureDatabase> {
  const template = new URL(inject('fixtureTemplate'));
  const name = `fixture_${randomUUID().replaceAll('-', '')}`;
  await query(template, '/postgres', `create database ${name} template ${template.pathname.slice(1)}`);

  const service = new URL(template);
  service.pathname = `/${name}`;
  service.username = 'guildhall_fixture';
  service.password = 'fixture';
  const opened: { close(): Promise<void> }[] = [];
  return {
    serviceUrl: service.href,
    asOwner: (sql, values) => query(template, `/${name}`, sql, values),
    open(options) {
      const database = createDatabase({
        url: service.href,
        createClient: (adapter) => new PrismaClient({ adapter }),
        ...options,
      });
      opened.push(database);
      return database;
    },
    async drop() {
      await Promise.all(opened.map((database) => database.close()));
      await query(template, '/postgres', `drop database ${name} with (force)`);
    },
  };
}

async function query(
  address: URL,
  pathname: string,
  sql: string,
  values?: unknown[],
): Promise<pg.QueryResult> {
  const url = new URL(address);
  url.pathname = pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}
