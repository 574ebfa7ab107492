import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { findDomains, prismaDirectory } from '../domains.ts';
import { ensureRoles, migratorRole, serviceRole } from '../roles.ts';
import { readMigrations } from './folder.ts';
import { MigrationFailed } from './migrationFailed.ts';
import { domainStatus } from './migrationStatus.ts';
import { hasQueue, openQueue } from './openQueue.ts';
import { applyMigrations } from './schemaEngine.ts';
import { asMigrator, asOnlyRunner, inTransaction, type Progress } from './session.ts';

export interface MigrateUpOptions {
  /** An owner's address; the owner needs CREATEROLE, not more. */
  databaseUrl: string;
  /** Passwords to set, by login role (`guildhall_people`, `guildhall_admin`…); others stay as they are. */
  servicePasswords: Readonly<Record<string, string>>;
  /** All when left out. */
  domains?: readonly string[];
  onProgress?: Progress;
  /** The folder that holds the domains. */
  directory?: string;
}

/**
 * Makes the roles, sets their passwords, opens the queues of jobs, and applies every pending migration of the
 * domains, each in one transaction with its record. A second runner on the same database waits.
 *
 * @returns What was applied, in order.
 * @throws MigrationFailed when a script fails: those before it stay applied, nothing of it remains.
 * @throws Error in one sentence when a migration was edited after it was applied.
 */
export async function migrateUp({
  databaseUrl,
  servicePasswords,
  onProgress = () => {},
  directory = prismaDirectory,
  domains = findDomains(directory),
}: MigrateUpOptions): Promise<{ domain: string; name: string }[]> {
  return asOnlyRunner(databaseUrl, onProgress, async (owner) => {
    await ensureRoles(owner, domains, servicePasswords);
    await layFoundation(owner, domains);
    const applied: { domain: string; name: string }[] = [];
    for (const domain of domains) {
      if (hasQueue(domain, readMigrations(directory, domain))) await openQueue(owner, databaseUrl, domain);
      for (const name of await applyDomain(owner, databaseUrl, domain, directory, onProgress)) {
        applied.push({ domain, name });
      }
    }
    return applied;
  });
}

async function layFoundation(owner: pg.Client, domains: readonly string[]): Promise<void> {
  const schemas = domains.map(
    (domain) => `create schema if not exists ${domain} authorization ${migratorRole};`,
  );
  const foundation = readFileSync(join(prismaDirectory, 'foundation.sql'), 'utf8');
  // One query, hence one transaction.
  await owner.query(`${schemas.join('\n')}\n${foundation}`);
}

async function applyDomain(
  owner: pg.Client,
  databaseUrl: string,
  domain: string,
  directory: string,
  onProgress: Progress,
): Promise<string[]> {
  const status = await domainStatus(owner, domain, directory);
  for (const { name, state } of status) {
    if (state === 'edited')
      throw new Error(
        `Migration ${domain}/${name} was edited after it was applied: put migration.sql back as it was and write a new migration, or start from an empty database.`,
      );
    if (state === 'unfinished')
      throw new Error(
        `Migration ${domain}/${name} was begun by another tool and not finished: look at ${domain}._prisma_migrations, clear up what it left and mark it with prisma migrate resolve.`,
      );
  }

  const pending = status.filter(({ state }) => state === 'pending').map(({ name }) => name);
  if (pending.length === 0) return [];
  return asMigrator(databaseUrl, domain, async (pool) => {
    const migrations = readMigrations(directory, domain);
    for (const name of pending) {
      onProgress(`${domain}: applying ${name}`);
      const upTo = migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1);
      try {
        await inTransaction(pool, () => applyMigrations(pool, domain, upTo));
      } catch (error) {
        throw new MigrationFailed(domain, name, 'migration.sql', upTo.at(-1)!.sql, error);
      }
    }
    await pool.query(`grant select on _prisma_migrations to ${serviceRole(domain)}`);
    return pending;
  });
}
