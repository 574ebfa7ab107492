import { createHash } from 'node:crypto';
import pg from 'pg';
import { findDomains, prismaDirectory } from '../domains.ts';
import { readMigrations } from './folder.ts';
import { connectOwner } from './session.ts';

/**
 * Where a migration stands. `pending`: not applied yet. `edited`: applied, and its `migration.sql` changed
 * since. `missing`: applied, and its folder is not here (an older release on a newer database). `unfinished`:
 * another tool began it and did not end it.
 */
export type MigrationState = 'applied' | 'pending' | 'edited' | 'missing' | 'unfinished';

export interface MigrationStatus {
  domain: string;
  name: string;
  state: MigrationState;
  /** When it was applied; null when it is not. */
  appliedAt: Date | null;
}

interface Record {
  name: string;
  checksum: string;
  finishedAt: Date | null;
}

/**
 * Lists every migration of the domains, in the order in which they are applied, and where it stands.
 *
 * @param databaseUrl The address of an owner or of the migrator.
 * @param domains All when left out.
 * @param directory The folder that holds the domains.
 */
export async function migrationStatus({
  databaseUrl,
  directory = prismaDirectory,
  domains = findDomains(directory),
}: {
  databaseUrl: string;
  domains?: readonly string[];
  directory?: string;
}): Promise<MigrationStatus[]> {
  const client = await connectOwner(databaseUrl);
  try {
    const status: MigrationStatus[] = [];
    for (const domain of domains) status.push(...(await domainStatus(client, domain, directory)));
    return status;
  } finally {
    await client.end();
  }
}

/** The same for one domain, on a connection that is open already. */
export async function domainStatus(
  client: pg.ClientBase | pg.Pool,
  domain: string,
  directory: string,
): Promise<MigrationStatus[]> {
  const folders = new Map(readMigrations(directory, domain).map(({ name, sql }) => [name, sql]));
  const records = new Map((await readRecords(client, domain)).map((record) => [record.name, record]));
  const names = [...new Set([...folders.keys(), ...records.keys()])].sort();
  return names.map((name) => {
    const record = records.get(name);
    return { domain, name, state: stateOf(folders.get(name), record), appliedAt: record?.finishedAt ?? null };
  });
}

function stateOf(sql: string | undefined, record: Record | undefined): MigrationState {
  if (!record) return 'pending';
  if (!record.finishedAt) return 'unfinished';
  if (sql === undefined) return 'missing';
  return createHash('sha256').update(sql).digest('hex') === record.checksum ? 'applied' : 'edited';
}

async function readRecords(client: pg.ClientBase | pg.Pool, domain: string): Promise<Record[]> {
  const table = `${pg.escapeIdentifier(domain)}._prisma_migrations`;
  const { rows: found } = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [
    table,
  ]);
  if (!found[0]?.is) return [];
  const { rows } = await client.query<Record>(
    `select migration_name as name, checksum, finished_at as "finishedAt" from ${table}
      where rolled_back_at is null order by started_at`,
  );
  return rows;
}
