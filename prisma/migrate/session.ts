import pg from 'pg';
import { migratorRole } from '../roles.ts';

/** Says what goes on, one line at a time. */
export type Progress = (line: string) => void;

/**
 * Connects as the owner.
 *
 * @throws Error in one sentence, without the password, when that fails.
 */
export async function connectOwner(databaseUrl: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  try {
    await owner.connect();
    return owner;
  } catch (error) {
    // Several addresses of one host fail together, in an error that has no message.
    const first = error instanceof AggregateError ? (error.errors[0] as Error) : (error as Error);
    throw new Error(
      `The database ${owner.database} at ${owner.host}:${owner.port} cannot be reached as ${owner.user} (${first.message}): check DATABASE_URL, and that PostgreSQL runs there.`,
      { cause: error },
    );
  }
}

/**
 * Runs something as the owner, alone: a second runner on the same database waits until the first has ended.
 *
 * @param databaseUrl An owner's address.
 */
export async function asOnlyRunner<T>(
  databaseUrl: string,
  onProgress: Progress,
  run: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  const owner = await connectOwner(databaseUrl);
  try {
    const lock = `hashtextextended('guildhall migrations', 0)`;
    const { rows } = await owner.query<{ got: boolean }>(`select pg_try_advisory_lock(${lock}) as got`);
    if (!rows[0]?.got) {
      onProgress('Another migration runs on this database: waiting for it to end.');
      await owner.query(`select pg_advisory_lock(${lock})`);
    }
    return await run(owner);
  } finally {
    await owner.end(); // Also gives the lock back.
  }
}

/**
 * Runs something on one connection that acts as the migrator in a domain's schema, so that what it makes
 * belongs to the migrator.
 *
 * @param databaseUrl An owner's address.
 */
export async function asMigrator<T>(
  databaseUrl: string,
  domain: string,
  run: (pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    // Prisma writes its times without a zone and means UTC.
    options: `-c search_path=${domain} -c role=${migratorRole} -c TimeZone=UTC`,
  });
  // A connection that breaks: the next statement says so.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    return await run(pool);
  } finally {
    await pool.end();
  }
}

/** Runs something in a transaction of a pool of one connection. */
export async function inTransaction<T>(pool: pg.Pool, run: () => Promise<T>): Promise<T> {
  await pool.query('begin');
  try {
    const result = await run();
    await pool.query('commit');
    return result;
  } catch (error) {
    await pool.query('rollback');
    throw error;
  }
}
