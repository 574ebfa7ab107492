/** What can run a statement: a `pg` pool or client. */
interface Queryable {
  query(sql: string): Promise<{ rows: { name: string }[] }>;
}

/**
 * The name of the last migration that was applied to a domain, for its `/status`; null when there is none.
 *
 * @param database A pool of the domain's service; needs no viewer.
 * @param domain The domain's name.
 */
export async function lastMigration(database: Queryable, domain: string): Promise<string | null> {
  const { rows } = await database.query(
    `select migration_name as name from "${domain}"._prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name desc limit 1`,
  );
  return rows[0]?.name ?? null;
}
