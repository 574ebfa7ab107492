import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDomains, prismaDirectory } from '../domains.ts';
import { readMigrations } from './folder.ts';
import { protectDomain, protectTable } from './protectTable.ts';
import { diffDatamodels } from './schemaEngine.ts';

export interface NewMigrationOptions {
  /** What it does, in lower-case words: letters, digits and underscores. */
  name: string;
  /** The domain to make it for, also when its datamodel has not changed; all that have changed when left out. */
  domain?: string;
  /** The folder that holds the domains, inside a git repository. */
  directory?: string;
  /** The instant in its name. */
  now?: Date;
}

/**
 * Begins a migration: `migration.sql` from the datamodel as it stood when the last migration was committed to
 * the present one, `down.sql` the other way round. Both are for a person to check and complete.
 *
 * @returns The folders that were made.
 * @throws Error in one sentence when the name is not fit, nothing has changed, or an earlier migration of the
 * domain is not committed yet (what it leads to is then unknown).
 */
export async function newMigration({
  name,
  domain,
  directory = prismaDirectory,
  now = new Date(),
}: NewMigrationOptions): Promise<string[]> {
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(name))
    throw new Error(`A migration cannot be named "${name}": use lower-case letters, digits and underscores.`);
  const chosen = domain === undefined ? findDomains(directory) : [domain];
  const timestamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const made: string[] = [];
  for (const each of chosen) {
    const before = lastMigratedDatamodel(directory, each);
    const isFirst = before === null;
    const after = readFileSync(join(directory, each, 'schema.prisma'), 'utf8');
    const forwards = await diffDatamodels(before, after);
    if (forwards === null && domain === undefined) continue;
    const backwards = await diffDatamodels(after, before);

    const folder = join(directory, each, 'migrations', `${timestamp}_${name}`);
    if (existsSync(folder)) throw new Error(`${folder} is there already: give the migration another name.`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'migration.sql'), upScript(each, forwards ?? '', isFirst));
    writeFileSync(join(folder, 'down.sql'), downScript(each, backwards ?? '', isFirst));
    made.push(folder);
  }
  if (made.length === 0)
    throw new Error(
      'No schema.prisma has changed since its last migration: for a migration written by hand, name its domain with --domain.',
    );
  return made;
}

/** The datamodel as of the commit that last touched the domain's migrations; null when there are none. */
function lastMigratedDatamodel(directory: string, domain: string): string | null {
  if (!existsSync(join(directory, domain, 'schema.prisma')))
    throw new Error(`There is no domain ${domain}: ${join(directory, domain)} has no schema.prisma.`);
  if (readMigrations(directory, domain).length === 0) return null;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: directory, encoding: 'utf8' });
  if (git('status', '--porcelain', '--untracked-files=all', '--', `${domain}/migrations`).trim())
    throw new Error(
      `The migrations of ${domain} have changes that are not committed: commit them (with their schema.prisma) or remove them first.`,
    );
  const commit = git('log', '-1', '--format=%H', '--', `${domain}/migrations`).trim();
  return git('show', `${commit}:./${domain}/schema.prisma`);
}

function upScript(domain: string, forwards: string, isFirst: boolean): string {
  const tables = [...forwards.matchAll(/CREATE TABLE "(\w+)" \([^;]*?PRIMARY KEY \("(\w+)"/g)];
  const protections = tables.map(([, table, key]) => protectTable(domain, table!, key!));
  return [forwards, isFirst ? protectDomain(domain) : '', ...protections].filter(Boolean).join('\n');
}

function downScript(domain: string, backwards: string, isFirst: boolean): string {
  const lost = [
    ...backwards.matchAll(/DROP TABLE "(\w+)"|ALTER TABLE "(\w+)"[^;]*?DROP COLUMN "(\w+)"/g),
  ].map(([, table, owner, column]) => (table ? `the table ${table}` : `the column ${owner}.${column}`));
  if (isFirst) lost.push(`the history of ${domain}`);
  const comment = `-- Going down loses ${lost.length > 0 ? lost.join(', ') : 'nothing'}.\n`;
  const end = isFirst
    ? `\nDROP TABLE "history";\n\nrevoke usage on schema ${domain} from guildhall_${domain}, guildhall_admin;\n`
    : '';
  return `${comment}\n${backwards}${end}`;
}
