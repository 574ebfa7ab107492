import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDomains, prismaDirectory } from '../domains.ts';
import { MigrationFailed } from './migrationFailed.ts';
import { domainStatus } from './migrationStatus.ts';
import { asMigrator, asOnlyRunner, inTransaction, type Progress } from './session.ts';

export interface MigrateDownOptions {
  /** An owner's address. */
  databaseUrl: string;
  /** All when left out: the last migration of each is taken back, the last domain first. */
  domains?: readonly string[];
  /**
   * The last migration to keep of each domain, none for an empty name: everything after it is taken back, and only of
   * these domains.
   */
  keep?: Readonly<Record<string, string>>;
  /** Also receives what going down loses, before it happens. */
  onProgress?: Progress;
  /** The folder that holds the domains. */
  directory?: string;
}

/**
 * Takes back the last migration of each domain, or all after those to keep: runs the `down.sql` of each and removes its
 * record, in one transaction.
 *
 * @returns What was taken back, in order.
 * @throws MigrationFailed when a script fails: nothing of it remains.
 * @throws Error in one sentence when a migration's folder or its `down.sql` is not here, or the one to keep is not applied.
 */
export async function migrateDown({
  databaseUrl,
  onProgress = () => {},
  directory = prismaDirectory,
  keep,
  domains = keep ? Object.keys(keep).toSorted() : findDomains(directory),
}: MigrateDownOptions): Promise<{ domain: string; name: string }[]> {
  return asOnlyRunner(databaseUrl, onProgress, async () => {
    const taken: { domain: string; name: string }[] = [];
    for (const domain of domains.toReversed()) {
      let name: string | null;
      do {
        name = await takeBackLast(databaseUrl, domain, directory, onProgress, keep?.[domain]);
        if (name) taken.push({ domain, name });
      } while (name && keep);
    }
    return taken;
  });
}

async function takeBackLast(
  databaseUrl: string,
  domain: string,
  directory: string,
  onProgress: Progress,
  keep?: string,
): Promise<string | null> {
  return asMigrator(databaseUrl, domain, async (pool) => {
    const applied = (await domainStatus(pool, domain, directory)).filter(
      ({ appliedAt }) => appliedAt !== null,
    );
    const name = applied.at(-1)?.name;
    if (keep && !applied.some((each) => each.name === keep))
      throw new Error(
        `Migration ${domain}/${keep} cannot be kept: it is not applied. Nothing of ${domain} was taken back.`,
      );
    if (name === keep) return null;
    if (!name) {
      onProgress(`${domain}: nothing to take back`);
      return null;
    }
    const file = join(directory, domain, 'migrations', name, 'down.sql');
    if (!existsSync(file))
      throw new Error(
        `Migration ${domain}/${name} cannot be taken back: there is no ${file}; use the release that has it.`,
      );
    const sql = readFileSync(file, 'utf8');
    onProgress(`${domain}: taking back ${name}. ${whatIsLost(sql)}`);
    try {
      await inTransaction(pool, async () => {
        await pool.query(sql);
        await pool.query('delete from _prisma_migrations where migration_name = $1', [name]);
      });
    } catch (error) {
      throw new MigrationFailed(domain, name, 'down.sql', sql, error);
    }
    return name;
  });
}

/** The first comment of a `down.sql`, as one line. */
export function whatIsLost(sql: string): string {
  const lines = sql.trimStart().split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const comment = lines.slice(0, end < 0 ? lines.length : end);
  return comment.map((line) => line.replace(/^--\s*/, '')).join(' ');
}
