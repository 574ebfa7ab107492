import { adminRole, migratorRole, serviceRole } from '../roles.ts';

/**
 * The statements every domain table gets: rows by policy, every change into history. At first only support
 * staff (and the use-cases that act as the system) see and change rows; add policies for who else may.
 *
 * @param key The table's key column, which identifies its rows in history.
 */
export function protectTable(domain: string, table: string, key: string): string {
  const service = serviceRole(domain);
  return `-- ${table}: rows by policy, every change into history.
alter table "${table}" enable row level security, force row level security;
grant select, insert, update, delete on "${table}" to ${service}, ${adminRole};
create policy migrator_all on "${table}" to ${migratorRole} using (true) with check (true);
create policy admin_all on "${table}" to ${adminRole} using (true) with check (true);
create policy company_all on "${table}" to ${service}
  using (guildhall.viewer_is_company())
  with check (guildhall.viewer_is_company());
create trigger record_insert after insert on "${table}" referencing new table as new_rows
  for each statement execute function guildhall.record_history('${key}');
create trigger record_update after update on "${table}" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('${key}');
create trigger record_delete after delete on "${table}" referencing old table as old_rows
  for each statement execute function guildhall.record_history('${key}');
`;
}

/** The statements a domain's first migration begins its hand-written part with: the history, and who may enter. */
export function protectDomain(domain: string): string {
  const service = serviceRole(domain);
  return `grant usage on schema ${domain} to ${service}, ${adminRole};

-- Who changed what, when, and in which request. Only the trigger writes here, as the migrator.
create table history (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  table_name text not null,
  row_id text not null,
  operation text not null,
  actor_person_id uuid,
  actor_organisation_id uuid,
  actor_role text,
  request_id text,
  old_row jsonb,
  new_row jsonb
);
create index history_row_idx on history (table_name, row_id, id);
alter table history enable row level security, force row level security;
grant select on history to ${service}, ${adminRole};
create policy migrator_all on history to ${migratorRole} using (true) with check (true);
create policy admin_all on history to ${adminRole} using (true) with check (true);
create policy company_reads on history for select to ${service}
  using (guildhall.viewer_is_company());
`;
}
