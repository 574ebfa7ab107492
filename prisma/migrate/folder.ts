import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Migration } from './schemaEngine.ts';

/**
 * The migrations of a domain as they lie in its folder, in the order of their names.
 *
 * @param directory The folder that holds the domains.
 * @throws Error when a migration's folder has no `migration.sql`.
 */
export function readMigrations(directory: string, domain: string): Migration[] {
  const folder = join(directory, domain, 'migrations');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = join(folder, name, 'migration.sql');
      if (!existsSync(file))
        throw new Error(`${join(folder, name)} has no migration.sql: add it, or remove the folder.`);
      return { name, sql: readFileSync(file, 'utf8') };
    });
}
