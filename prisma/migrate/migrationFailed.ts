import pg from 'pg';

/** A script of a migration failed. Nothing of it remains in the database. */
export class MigrationFailed extends Error {
  readonly domain: string;
  readonly migration: string;
  /** The SQLSTATE, or null when the failure was not PostgreSQL's. */
  readonly sqlState: string | null;

  /**
   * @param file `migration.sql` or `down.sql`.
   * @param sql The text of that file.
   * @param cause What PostgreSQL answered.
   */
  constructor(domain: string, migration: string, file: string, sql: string, cause: unknown) {
    const state = cause instanceof pg.DatabaseError ? (cause.code ?? null) : null;
    const reason = [
      cause instanceof Error ? cause.message : String(cause),
      cause instanceof pg.DatabaseError && cause.detail,
    ];
    super(
      `Migration ${domain}/${migration} failed and left nothing behind: ${reason.filter(Boolean).join('; ')}` +
        `${state ? ` (SQLSTATE ${state})` : ''}${place(file, sql, cause)}. Correct ${file} and run it again.`,
      { cause },
    );
    this.domain = domain;
    this.migration = migration;
    this.sqlState = state;
  }
}

function place(file: string, sql: string, cause: unknown): string {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : NaN;
  if (!(position > 0)) return ` in ${file}`;
  // PostgreSQL counts characters, JavaScript UTF-16 units.
  const before = [...sql]
    .slice(0, position - 1)
    .join('')
    .split('\n');
  const line = sql.split('\n')[before.length - 1]?.trim();
  return ` at line ${before.length}, column ${[...before.at(-1)!].length + 1} of ${file}, "${line}"`;
}
