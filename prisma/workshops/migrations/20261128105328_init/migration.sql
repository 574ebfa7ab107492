-- CreateTable
CREATE TABLE "workshop" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "workshop_name_id_idx" ON "workshop"("name", "id");

-- What the database holds of the records, beside the keys.
alter table "workshop"
  add constraint "workshop_name_length" check (char_length(btrim(name)) between 1 and 200);

grant usage on schema workshops to guildhall_workshops, guildhall_admin;

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
grant select on history to guildhall_workshops, guildhall_admin;
create policy migrator_all on history to guildhall_migrator using (true) with check (true);
create policy admin_all on history to guildhall_admin using (true) with check (true);
create policy company_reads on history for select to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'));

-- workshop: rows by policy, every change into history.
alter table "workshop" enable row level security, force row level security;
grant select, insert, update, delete on "workshop" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "workshop" to guildhall_migrator using (true) with check (true);
create policy admin_all on "workshop" to guildhall_admin using (true) with check (true);
create policy company_all on "workshop" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "workshop" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "workshop" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "workshop" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');
