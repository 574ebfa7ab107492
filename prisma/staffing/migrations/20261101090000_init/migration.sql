-- CreateTable
CREATE TABLE "facility" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "agent_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "facility_organisation_id_idx" ON "facility"("organisation_id");

-- CreateIndex
CREATE INDEX "facility_name_id_idx" ON "facility"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_person_id_key" ON "agent"("person_id");

-- CreateIndex
CREATE INDEX "shift_facility_id_starts_at_id_idx" ON "shift"("facility_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "shift_agent_id_starts_at_id_idx" ON "shift"("agent_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "shift_starts_at_id_idx" ON "shift"("starts_at", "id");

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database holds of the records, beside the keys.
alter table "facility"
  add constraint "facility_name_length" check (char_length(btrim(name)) between 1 and 200);
alter table "shift"
  add constraint "shift_ends_after_start" check (ends_at > starts_at),
  add constraint "shift_at_most_24_hours" check (ends_at - starts_at <= interval '24 hours'),
  add constraint "shift_status_known" check (status in ('open', 'assigned', 'cancelled', 'completed')),
  add constraint "shift_status_fits_agent" check (
    case status
      when 'open' then agent_id is null
      when 'assigned' then agent_id is not null
      when 'completed' then agent_id is not null
      else true
    end
  ),
  -- Nobody is at two places at once. A shift that ends when another starts does not overlap it.
  add constraint "shift_agent_no_overlap"
    exclude using gist (agent_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('assigned', 'completed'));

grant usage on schema staffing to guildhall_staffing, guildhall_admin;

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
grant select on history to guildhall_staffing, guildhall_admin;
create policy migrator_all on history to guildhall_migrator using (true) with check (true);
create policy admin_all on history to guildhall_admin using (true) with check (true);
create policy company_reads on history for select to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'));

-- facility: rows by policy, every change into history.
alter table "facility" enable row level security, force row level security;
grant select, insert, update, delete on "facility" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "facility" to guildhall_migrator using (true) with check (true);
create policy admin_all on "facility" to guildhall_admin using (true) with check (true);
create policy company_all on "facility" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy agent_reads on "facility" for select to guildhall_staffing
  using (guildhall.viewer_role() = 'agent');
create policy facility_reads on "facility" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and organisation_id = guildhall.viewer_organisation()
  );
create trigger record_insert after insert on "facility" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "facility" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "facility" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- agent: rows by policy, every change into history.
alter table "agent" enable row level security, force row level security;
grant select, insert, update, delete on "agent" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "agent" to guildhall_migrator using (true) with check (true);
create policy admin_all on "agent" to guildhall_admin using (true) with check (true);
create policy company_all on "agent" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy facility_reads on "agent" for select to guildhall_staffing
  using (guildhall.viewer_role() = 'facility');
create policy agent_reads on "agent" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and person_id = guildhall.viewer_person()
  );
create trigger record_insert after insert on "agent" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "agent" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "agent" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- shift: rows by policy, every change into history.
alter table "shift" enable row level security, force row level security;
grant select, insert, update, delete on "shift" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "shift" to guildhall_migrator using (true) with check (true);
create policy admin_all on "shift" to guildhall_admin using (true) with check (true);
create policy company_all on "shift" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy facility_reads on "shift" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and facility_id = any (array(
      select f.id from facility f where f.organisation_id = guildhall.viewer_organisation()
    ))
  );
create policy agent_reads on "shift" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(
      select a.id from agent a where a.person_id = guildhall.viewer_person()
    ))
  );
create trigger record_insert after insert on "shift" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "shift" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "shift" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');
