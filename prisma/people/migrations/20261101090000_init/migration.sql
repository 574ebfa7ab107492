-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "person_id" UUID NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "subject" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scopes" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_name_id_idx" ON "organisation"("name", "id");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_id_idx" ON "membership"("organisation_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_person_id_organisation_id_role_key" ON "membership"("person_id", "organisation_id", "role");

-- CreateIndex
CREATE INDEX "login_person_id_idx" ON "login"("person_id");

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login" ADD CONSTRAINT "login_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database holds of the records, beside the keys.
alter table "organisation"
  add constraint "organisation_kind_known"
    check (kind in ('company', 'facility', 'authority', 'partner', 'institute')),
  add constraint "organisation_name_length" check (char_length(btrim(name)) between 1 and 200);
alter table "person"
  add constraint "person_name_length" check (char_length(btrim(name)) between 1 and 200);
alter table "contact"
  add constraint "contact_email_form" check (email ~ '^[^@\s]+@[^@\s]+$' and char_length(email) <= 320),
  add constraint "contact_phone_form" check (phone ~ '^\+[0-9][0-9 ()-]{5,30}$');
alter table "membership"
  add constraint "membership_role_form" check (role ~ '^[a-z][a-z_]{0,49}$');
-- A secret itself, stored by mistake, does not fit.
alter table "api_key"
  add constraint "api_key_secret_hash_form" check (secret_hash ~ '^[0-9a-f]{64}$'),
  add constraint "api_key_role_form" check (role ~ '^[a-z][a-z_]{0,49}$');

grant usage on schema people to guildhall_people, guildhall_admin;

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
grant select on history to guildhall_people, guildhall_admin;
create policy migrator_all on history to guildhall_migrator using (true) with check (true);
create policy admin_all on history to guildhall_admin using (true) with check (true);
create policy company_reads on history for select to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'));

-- organisation: rows by policy, every change into history.
alter table "organisation" enable row level security, force row level security;
grant select, insert, update, delete on "organisation" to guildhall_people, guildhall_admin;
create policy migrator_all on "organisation" to guildhall_migrator using (true) with check (true);
create policy admin_all on "organisation" to guildhall_admin using (true) with check (true);
create policy company_all on "organisation" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy signed_in_reads on "organisation" for select to guildhall_people
  using (guildhall.viewer_signed_in());
create trigger record_insert after insert on "organisation" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "organisation" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "organisation" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- person: rows by policy, every change into history.
alter table "person" enable row level security, force row level security;
grant select, insert, update, delete on "person" to guildhall_people, guildhall_admin;
create policy migrator_all on "person" to guildhall_migrator using (true) with check (true);
create policy admin_all on "person" to guildhall_admin using (true) with check (true);
create policy company_all on "person" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy signed_in_reads on "person" for select to guildhall_people
  using (guildhall.viewer_signed_in());
create trigger record_insert after insert on "person" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "person" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "person" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- contact: rows by policy, every change into history.
alter table "contact" enable row level security, force row level security;
grant select, insert, update, delete on "contact" to guildhall_people, guildhall_admin;
create policy migrator_all on "contact" to guildhall_migrator using (true) with check (true);
create policy admin_all on "contact" to guildhall_admin using (true) with check (true);
create policy company_all on "contact" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy own_reads on "contact" for select to guildhall_people
  using (person_id = guildhall.viewer_person());
create trigger record_insert after insert on "contact" referencing new table as new_rows
  for each statement execute function guildhall.record_history('person_id');
create trigger record_update after update on "contact" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('person_id');
create trigger record_delete after delete on "contact" referencing old table as old_rows
  for each statement execute function guildhall.record_history('person_id');

-- membership: rows by policy, every change into history.
alter table "membership" enable row level security, force row level security;
grant select, insert, update, delete on "membership" to guildhall_people, guildhall_admin;
create policy migrator_all on "membership" to guildhall_migrator using (true) with check (true);
create policy admin_all on "membership" to guildhall_admin using (true) with check (true);
create policy company_all on "membership" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy identity_reads on "membership" for select to guildhall_people
  using (guildhall.viewer_role() = 'identity');
create policy own_reads on "membership" for select to guildhall_people
  using (person_id = guildhall.viewer_person());
create policy facility_reads on "membership" for select to guildhall_people
  using (
    guildhall.viewer_role() = 'facility'
    and organisation_id = guildhall.viewer_organisation()
  );
create trigger record_insert after insert on "membership" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "membership" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "membership" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- login: rows by policy, every change into history.
alter table "login" enable row level security, force row level security;
grant select, insert, update, delete on "login" to guildhall_people, guildhall_admin;
create policy migrator_all on "login" to guildhall_migrator using (true) with check (true);
create policy admin_all on "login" to guildhall_admin using (true) with check (true);
create policy company_all on "login" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy identity_reads on "login" for select to guildhall_people
  using (guildhall.viewer_role() = 'identity');
create trigger record_insert after insert on "login" referencing new table as new_rows
  for each statement execute function guildhall.record_history('subject');
create trigger record_update after update on "login" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('subject');
create trigger record_delete after delete on "login" referencing old table as old_rows
  for each statement execute function guildhall.record_history('subject');

-- api_key: rows by policy, every change into history.
alter table "api_key" enable row level security, force row level security;
grant select, insert, update, delete on "api_key" to guildhall_people, guildhall_admin;
create policy migrator_all on "api_key" to guildhall_migrator using (true) with check (true);
create policy admin_all on "api_key" to guildhall_admin using (true) with check (true);
create policy company_all on "api_key" to guildhall_people
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create policy gateway_reads on "api_key" for select to guildhall_people
  using (guildhall.viewer_role() = 'gateway');
create trigger record_insert after insert on "api_key" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id', 'secret_hash');
create trigger record_update after update on "api_key" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id', 'secret_hash');
create trigger record_delete after delete on "api_key" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id', 'secret_hash');
