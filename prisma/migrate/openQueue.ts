import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { migratorRole, queueSchema, serviceRole } from '../roles.ts';
import type { Migration } from './schemaEngine.ts';
import { asMigrator } from './session.ts';

/** Whether a domain has a queue of jobs: its migrations speak of the queue's schema. */
export function hasQueue(domain: string, migrations: readonly Migration[]): boolean {
  return migrations.some(({ sql }) => sql.includes(`${queueSchema(domain)}.`));
}

/**
 * Makes a domain's queue of jobs, or brings it up to the release of graphile-worker that is installed: its tables in a
 * schema of their own, which the migrator owns. As everywhere, the domain's service sees rows by policy: those of a
 * queue as the viewer `system` alone. Others enqueue by `<domain>_jobs.enqueue`, in the transaction that needs it; it
 * keeps with the payload, an object, of which trace the request is part.
 * Can run again.
 *
 * @param owner Connected as the owner, who may make schemas.
 * @param databaseUrl The owner's address.
 */
export async function openQueue(owner: pg.Client, databaseUrl: string, domain: string): Promise<void> {
  const schema = queueSchema(domain);
  // graphile-worker would make these two itself, for which the migrator would have to be allowed to make schemas.
  await owner.query(`
    create schema if not exists ${schema} authorization ${migratorRole};
    set role ${migratorRole};
    create table if not exists ${schema}.migrations (
      id int primary key, ts timestamptz default now() not null, breaking boolean not null default false
    );
    reset role`);
  await asMigrator(databaseUrl, domain, async (pool) => {
    await runMigrations({ pgPool: pool, schema, logger: silent });
    await pool.query(rights(schema, serviceRole(domain)));
  });
}

const silent = new Logger(() => () => {});

function rights(schema: string, service: string): string {
  return `
do $do$
declare
  name text;
begin
  for name in select relname from pg_class where relnamespace = '${schema}'::regnamespace and relkind = 'r' loop
    execute format('alter table ${schema}.%I enable row level security', name);
    execute format('grant select, insert, update, delete on ${schema}.%I to ${service}', name);
    execute format('drop policy if exists system_all on ${schema}.%I', name);
    execute format($policy$create policy system_all on ${schema}.%I to ${service}
      using (guildhall.viewer_role() = 'system') with check (guildhall.viewer_role() = 'system')$policy$, name);
  end loop;
end
$do$;
grant usage on schema ${schema} to ${service};
create or replace function ${schema}.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $enqueue$
declare
  traceparent text := nullif(current_setting('guildhall.traceparent', true), '');
begin
  if traceparent is not null then
    payload := payload::jsonb || jsonb_build_object('traceparent', traceparent);
  end if;
  perform ${schema}.add_job(task, payload, run_at => run_at, job_key => job_key);
end
$enqueue$;
revoke execute on function ${schema}.enqueue from public;
grant execute on function ${schema}.enqueue to ${service};`;
}
