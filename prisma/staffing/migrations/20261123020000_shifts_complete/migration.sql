-- AlterTable
ALTER TABLE "facility" ADD COLUMN     "address" TEXT,
ADD COLUMN     "contact_email" TEXT,
ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "contact_phone" TEXT;

-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "home_area" TEXT;

-- AlterTable
ALTER TABLE "shift" ADD COLUMN     "break_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cancellation_reason" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'work',
ADD COLUMN     "note" TEXT,
ADD COLUMN     "offered_at" TIMESTAMPTZ(3),
ADD COLUMN     "organisation_id" UUID,
ADD COLUMN     "qualification" TEXT,
ADD COLUMN     "rate_currency" TEXT,
ADD COLUMN     "rate_minor" INTEGER,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "starts_on" DATE,
ADD COLUMN     "worked_minutes" INTEGER;

-- What a trigger keeps from now on, once for the shifts that are there; no change that history should tell of.
alter table shift disable trigger user;
update shift s set
  organisation_id = f.organisation_id,
  starts_on = (s.starts_at at time zone f.time_zone)::date,
  worked_minutes = case when s.status = 'completed' then extract(epoch from s.ends_at - s.starts_at) / 60 end
  from facility f where f.id = s.facility_id;
alter table shift enable trigger user;
alter table shift alter column organisation_id set not null, alter column starts_on set not null;

-- CreateTable
CREATE TABLE "agent_private" (
    "agent_id" UUID NOT NULL,
    "phone" TEXT,
    "hourly_rate_minor" INTEGER,
    "hourly_rate_currency" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_private_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "agent_qualification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agent_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "expires_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facility_preference" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agent_id" UUID NOT NULL,
    "facility_id" UUID NOT NULL,
    "preference" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "facility_preference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rota_template" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "facility_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rota_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rota_slot" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "template_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "break_minutes" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL DEFAULT 'work',
    "qualification" TEXT,
    "agent_id" UUID,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rota_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flag" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "message" TEXT NOT NULL,
    "raised_by_person_id" UUID NOT NULL,
    "raised_by_organisation_id" UUID NOT NULL,
    "raised_by_role" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "handler_person_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "changes" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "agent_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "agent_qualification_code_agent_id_idx" ON "agent_qualification"("code", "agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_qualification_agent_id_code_key" ON "agent_qualification"("agent_id", "code");

-- CreateIndex
CREATE INDEX "facility_preference_facility_id_idx" ON "facility_preference"("facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "facility_preference_agent_id_facility_id_key" ON "facility_preference"("agent_id", "facility_id");

-- CreateIndex
CREATE UNIQUE INDEX "rota_template_facility_id_name_key" ON "rota_template"("facility_id", "name");

-- CreateIndex
CREATE INDEX "rota_slot_template_id_weekday_start_minute_id_idx" ON "rota_slot"("template_id", "weekday", "start_minute", "id");

-- CreateIndex
CREATE INDEX "rota_slot_agent_id_idx" ON "rota_slot"("agent_id");

-- CreateIndex
CREATE INDEX "flag_status_created_at_id_idx" ON "flag"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "flag_subject_id_created_at_id_idx" ON "flag"("subject_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "flag_raised_by_organisation_id_created_at_id_idx" ON "flag"("raised_by_organisation_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "flag_raised_by_person_id_created_at_id_idx" ON "flag"("raised_by_person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "flag_created_at_id_idx" ON "flag"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_agent_id_key" ON "calendar_feed"("agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "shift_organisation_id_starts_at_id_idx" ON "shift"("organisation_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "shift_status_starts_at_id_idx" ON "shift"("status", "starts_at", "id");

-- CreateIndex
CREATE INDEX "shift_offered_at_idx" ON "shift"("offered_at");

-- AddForeignKey
ALTER TABLE "agent_private" ADD CONSTRAINT "agent_private_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_qualification" ADD CONSTRAINT "agent_qualification_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_preference" ADD CONSTRAINT "facility_preference_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facility_preference" ADD CONSTRAINT "facility_preference_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rota_template" ADD CONSTRAINT "rota_template_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rota_slot" ADD CONSTRAINT "rota_slot_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "rota_template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rota_slot" ADD CONSTRAINT "rota_slot_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the database holds of the records, beside the keys.
alter table facility
  add constraint facility_address_length check (char_length(btrim(address)) between 1 and 500),
  add constraint facility_contact_name_length check (char_length(btrim(contact_name)) between 1 and 200),
  add constraint facility_contact_email_form
    check (contact_email ~ '^[^@\s]+@[^@\s]+$' and char_length(contact_email) <= 320),
  add constraint facility_contact_phone_form check (contact_phone ~ '^\+[0-9][0-9 ()-]{5,30}$');
alter table agent
  add constraint agent_home_area_length check (char_length(btrim(home_area)) between 1 and 200);
alter table agent_private
  add constraint agent_private_phone_form check (phone ~ '^\+[0-9][0-9 ()-]{5,30}$'),
  add constraint agent_private_rate_form check (
    (hourly_rate_minor is null) = (hourly_rate_currency is null)
    and hourly_rate_minor between 0 and 10000000
    and hourly_rate_currency ~ '^[A-Z]{3}$'
  );
alter table agent_qualification
  add constraint agent_qualification_code_form check (code ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and char_length(code) <= 200);
alter table facility_preference
  add constraint facility_preference_known check (preference in ('preferred', 'neutral', 'avoid')),
  add constraint facility_preference_reason_length check (char_length(btrim(reason)) between 1 and 1000);
alter table shift
  add constraint shift_kind_known check (kind in ('work', 'placeholder')),
  add constraint shift_placeholder_is_nobodys check (kind = 'work' or (agent_id is null and qualification is null)),
  add constraint shift_qualification_form
    check (qualification ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and char_length(qualification) <= 200),
  add constraint shift_break_within
    check (break_minutes >= 0 and (ends_at <= starts_at or break_minutes * interval '1 minute' < ends_at - starts_at)),
  add constraint shift_note_length check (char_length(btrim(note)) between 1 and 2000),
  add constraint shift_rate_form check (
    (rate_minor is null) = (rate_currency is null)
    and rate_minor between 0 and 10000000
    and rate_currency ~ '^[A-Z]{3}$'
  ),
  add constraint shift_cancellation_reason_length check (char_length(btrim(cancellation_reason)) between 1 and 1000),
  add constraint shift_offered_is_assigned check (offered_at is null or status = 'assigned'),
  add constraint shift_worked_is_completed check (
    (status = 'completed') = (worked_minutes is not null) and worked_minutes between 0 and 1440
  );
alter table rota_template
  add constraint rota_template_name_length check (char_length(btrim(name)) between 1 and 200);
alter table rota_slot
  add constraint rota_slot_weekday_known check (weekday between 1 and 7),
  add constraint rota_slot_start_within check (start_minute between 0 and 1439),
  add constraint rota_slot_at_most_24_hours check (duration_minutes between 1 and 1440),
  add constraint rota_slot_break_within check (break_minutes >= 0 and break_minutes < duration_minutes),
  add constraint rota_slot_kind_known check (kind in ('work', 'placeholder')),
  add constraint rota_slot_placeholder_is_nobodys check (kind = 'work' or (agent_id is null and qualification is null)),
  add constraint rota_slot_qualification_form
    check (qualification ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and char_length(qualification) <= 200),
  add constraint rota_slot_note_length check (char_length(btrim(note)) between 1 and 2000);
alter table flag
  add constraint flag_subject_kind_known check (subject_kind in ('shift', 'facility', 'agent', 'person')),
  add constraint flag_message_length check (char_length(btrim(message)) between 1 and 4000),
  add constraint flag_answer_length check (char_length(btrim(answer)) between 1 and 4000),
  add constraint flag_status_fits check (
    case status
      when 'open' then handler_person_id is null and taken_at is null and answer is null and answered_at is null
      when 'in_work' then handler_person_id is not null and taken_at is not null and answer is null and answered_at is null
      when 'answered' then handler_person_id is not null and taken_at is not null and answer is not null and answered_at is not null
      else false
    end
  );
-- A secret itself, stored by mistake, does not fit.
alter table calendar_feed
  add constraint calendar_feed_token_hash_form check (token_hash ~ '^[0-9a-f]{64}$');

-- What a shift carries of its facility and of itself. As the migrator, since it has to find every facility.
create function derive_shift() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  place record;
begin
  select organisation_id, time_zone into place from staffing.facility where id = new.facility_id;
  if not found then
    raise foreign_key_violation using
      constraint = 'shift_facility_id_fkey',
      message = 'insert or update on table "shift" violates foreign key constraint "shift_facility_id_fkey"';
  end if;
  new.organisation_id := place.organisation_id;
  new.starts_on := (new.starts_at at time zone place.time_zone)::date;
  if new.status is distinct from 'completed' then
    new.worked_minutes := null;
  elsif new.worked_minutes is null then
    new.worked_minutes := extract(epoch from new.ends_at - new.starts_at) / 60 - new.break_minutes;
  end if;
  if new.status is distinct from 'cancelled' then
    new.cancellation_reason := null;
  end if;
  if tg_op = 'UPDATE' then
    if new.status <> 'assigned' or new.agent_id is distinct from old.agent_id then
      new.offered_at := null;
    end if;
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create trigger derive_shift before insert or update on shift
  for each row execute function derive_shift();

-- When a facility moves to another zone or organisation, its shifts follow.
create function derive_shifts_of_facility() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update staffing.shift set facility_id = facility_id where facility_id = new.id;
  return null;
end
$$;
create trigger derive_shifts after update of time_zone, organisation_id on facility
  for each row when (old.time_zone <> new.time_zone or old.organisation_id <> new.organisation_id)
  execute function derive_shifts_of_facility();

-- The statuses' order, for everybody, and what a facility may change of its shifts. GH001: not in this order,
-- GH002: not yours to change, GH003: too early, GH004: too late. The messages are for people.
create function guard_shift() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  viewer text := guildhall.viewer_role();
  is_new boolean := tg_op = 'INSERT';
  is_touched boolean;
begin
  if viewer = 'system' then
    return new;
  end if;
  if not is_new and old.status <> new.status then
    if (old.status, new.status) not in (
      ('open', 'assigned'), ('open', 'cancelled'),
      ('assigned', 'open'), ('assigned', 'cancelled'), ('assigned', 'completed'),
      ('cancelled', 'open'), ('cancelled', 'assigned'),
      ('completed', 'assigned')
    ) then
      raise exception using errcode = 'GH001',
        message = format('A shift that is %s cannot become %s.', old.status, new.status);
    end if;
    if new.status = 'completed' and now() < new.ends_at then
      raise exception using errcode = 'GH003', message = 'Hours are confirmed once the shift has ended.';
    end if;
  end if;
  if viewer is distinct from 'facility' then
    return new;
  end if;

  if is_new then
    if new.status not in ('open', 'assigned') or new.rate_minor is not null or new.offered_at is not null then
      raise exception using errcode = 'GH002',
        message = 'You can create a shift as open or assigned, without a rate: support staff set rates.';
    end if;
    if new.starts_at <= now() then
      raise exception using errcode = 'GH004', message = 'A shift cannot be created in the past. Choose a later start.';
    end if;
    return new;
  end if;

  if (new.rate_minor, new.rate_currency) is distinct from (old.rate_minor, old.rate_currency)
     or new.facility_id <> old.facility_id
     or (new.offered_at is not null and new.offered_at is distinct from old.offered_at) then
    raise exception using errcode = 'GH002',
      message = 'The rate and the facility of a shift, and offers to swap it, are not yours to change. Ask support staff.';
  end if;
  is_touched := (new.starts_at, new.ends_at, new.kind, new.qualification, new.break_minutes, new.agent_id)
    is distinct from (old.starts_at, old.ends_at, old.kind, old.qualification, old.break_minutes, old.agent_id);
  if old.status = 'completed' and (
    is_touched or (new.status, new.note, new.worked_minutes) is distinct from (old.status, old.note, old.worked_minutes)
  ) then
    raise exception using errcode = 'GH002',
      message = 'The hours of this shift are confirmed, so it does not change any more. Ask support staff to correct it.';
  end if;
  if now() >= old.starts_at and old.status <> 'completed'
     and (is_touched or (old.status <> new.status and new.status <> 'completed')) then
    raise exception using errcode = 'GH004',
      message = 'This shift has started. You can still change its note and, once it has ended, confirm its hours.';
  end if;
  if new.starts_at <> old.starts_at and new.starts_at <= now() then
    raise exception using errcode = 'GH004', message = 'A shift cannot be moved into the past. Choose a later start.';
  end if;
  return new;
end
$$;
create trigger guard_shift before insert or update on shift
  for each row execute function guard_shift();

create function guard_facility() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if guildhall.viewer_role() = 'facility' and new.organisation_id <> old.organisation_id then
    raise exception using errcode = 'GH002',
      message = 'Which organisation runs a facility is not yours to change. Ask support staff.';
  end if;
  return new;
end
$$;
create trigger guard_facility before update on facility
  for each row execute function guard_facility();

create function guard_agent() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if guildhall.viewer_role() = 'agent' and new.person_id <> old.person_id then
    raise exception using errcode = 'GH002', message = 'Who an agent is cannot be changed. Ask support staff.';
  end if;
  return new;
end
$$;
create trigger guard_agent before update on agent
  for each row execute function guard_agent();

create function guard_agent_private() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if guildhall.viewer_role() = 'agent' and (
    case when tg_op = 'INSERT' then new.hourly_rate_minor is not null
    else (new.hourly_rate_minor, new.hourly_rate_currency) is distinct from (old.hourly_rate_minor, old.hourly_rate_currency)
    end
  ) then
    raise exception using errcode = 'GH002', message = 'Your rate is set by support staff. Ask them to change it.';
  end if;
  return new;
end
$$;
create trigger guard_agent_private before insert or update on agent_private
  for each row execute function guard_agent_private();

create function guard_flag() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if (old.status, new.status) in (('open', 'answered'), ('answered', 'open')) then
    raise exception using errcode = 'GH001',
      message = format('A flag that is %s cannot become %s.', old.status, new.status);
  end if;
  return new;
end
$$;
create trigger guard_flag before update on flag
  for each row execute function guard_flag();

-- agent_private: rows by policy, every change into history.
alter table "agent_private" enable row level security, force row level security;
grant select, insert, update, delete on "agent_private" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "agent_private" to guildhall_migrator using (true) with check (true);
create policy admin_all on "agent_private" to guildhall_admin using (true) with check (true);
create policy company_all on "agent_private" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "agent_private" referencing new table as new_rows
  for each statement execute function guildhall.record_history('agent_id');
create trigger record_update after update on "agent_private" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('agent_id');
create trigger record_delete after delete on "agent_private" referencing old table as old_rows
  for each statement execute function guildhall.record_history('agent_id');

-- agent_qualification: rows by policy, every change into history.
alter table "agent_qualification" enable row level security, force row level security;
grant select, insert, update, delete on "agent_qualification" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "agent_qualification" to guildhall_migrator using (true) with check (true);
create policy admin_all on "agent_qualification" to guildhall_admin using (true) with check (true);
create policy company_all on "agent_qualification" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "agent_qualification" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "agent_qualification" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "agent_qualification" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- facility_preference: rows by policy, every change into history.
alter table "facility_preference" enable row level security, force row level security;
grant select, insert, update, delete on "facility_preference" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "facility_preference" to guildhall_migrator using (true) with check (true);
create policy admin_all on "facility_preference" to guildhall_admin using (true) with check (true);
create policy company_all on "facility_preference" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "facility_preference" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "facility_preference" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "facility_preference" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- rota_template: rows by policy, every change into history.
alter table "rota_template" enable row level security, force row level security;
grant select, insert, update, delete on "rota_template" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "rota_template" to guildhall_migrator using (true) with check (true);
create policy admin_all on "rota_template" to guildhall_admin using (true) with check (true);
create policy company_all on "rota_template" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "rota_template" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "rota_template" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "rota_template" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- rota_slot: rows by policy, every change into history.
alter table "rota_slot" enable row level security, force row level security;
grant select, insert, update, delete on "rota_slot" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "rota_slot" to guildhall_migrator using (true) with check (true);
create policy admin_all on "rota_slot" to guildhall_admin using (true) with check (true);
create policy company_all on "rota_slot" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "rota_slot" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "rota_slot" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "rota_slot" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- flag: rows by policy, every change into history.
alter table "flag" enable row level security, force row level security;
grant select, insert, update, delete on "flag" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "flag" to guildhall_migrator using (true) with check (true);
create policy admin_all on "flag" to guildhall_admin using (true) with check (true);
create policy company_all on "flag" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "flag" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "flag" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "flag" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- calendar_feed: rows by policy, every change into history.
alter table "calendar_feed" enable row level security, force row level security;
grant select, insert, update, delete on "calendar_feed" to guildhall_staffing, guildhall_admin;
create policy migrator_all on "calendar_feed" to guildhall_migrator using (true) with check (true);
create policy admin_all on "calendar_feed" to guildhall_admin using (true) with check (true);
create policy company_all on "calendar_feed" to guildhall_staffing
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "calendar_feed" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id', 'token_hash');
create trigger record_update after update on "calendar_feed" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id', 'token_hash');
create trigger record_delete after delete on "calendar_feed" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id', 'token_hash');

-- Who else reads and writes which rows. Shifts name their facility's organisation, so that the policy, and what a
-- list repeats of it, is one comparison that an index knows.
create policy facility_updates on facility for update to guildhall_staffing
  using (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation())
  with check (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation());
create policy agent_updates on agent for update to guildhall_staffing
  using (guildhall.viewer_role() = 'agent' and person_id = guildhall.viewer_person())
  with check (guildhall.viewer_role() = 'agent' and person_id = guildhall.viewer_person());
create policy calendar_reads on agent for select to guildhall_staffing
  using (guildhall.viewer_role() = 'calendar' and person_id = guildhall.viewer_person());

drop policy facility_reads on shift;
create policy facility_reads on shift for select to guildhall_staffing
  using (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation());
create policy facility_inserts on shift for insert to guildhall_staffing
  with check (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation());
create policy facility_updates on shift for update to guildhall_staffing
  using (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation())
  with check (guildhall.viewer_role() = 'facility' and organisation_id = guildhall.viewer_organisation());
drop policy agent_reads on shift;
create policy agent_reads on shift for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and (
      agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
      or (status = 'open' and kind = 'work')
      or offered_at is not null
    )
  );
create policy calendar_reads on shift for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'calendar'
    and agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
  );
-- Where the work is belongs to the shift.
create policy calendar_reads on facility for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'calendar'
    and id = any (array(select s.facility_id from shift s where s.agent_id = any (array(
      select a.id from agent a where a.person_id = guildhall.viewer_person()
    ))))
  );

create policy own_all on agent_private to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
  );
create policy own_all on agent_qualification to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
  );
create policy facility_reads on agent_qualification for select to guildhall_staffing
  using (guildhall.viewer_role() = 'facility');
create policy own_all on facility_preference to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
  );

create policy facility_all on rota_template to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and facility_id = any (array(select f.id from facility f where f.organisation_id = guildhall.viewer_organisation()))
  );
create policy facility_all on rota_slot to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and template_id = any (array(
      select t.id from rota_template t join facility f on f.id = t.facility_id
       where f.organisation_id = guildhall.viewer_organisation()
    ))
  );

create policy facility_reads on flag for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and raised_by_role = 'facility'
    and raised_by_organisation_id = guildhall.viewer_organisation()
  );
create policy agent_reads on flag for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and raised_by_role = 'agent'
    and raised_by_person_id = guildhall.viewer_person()
  );
create policy raiser_inserts on flag for insert to guildhall_staffing
  with check (
    guildhall.viewer_role() in ('facility', 'agent')
    and raised_by_role = guildhall.viewer_role()
    and raised_by_person_id = guildhall.viewer_person()
    and raised_by_organisation_id = guildhall.viewer_organisation()
    and status = 'open'
  );

create policy own_all on calendar_feed to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(select a.id from agent a where a.person_id = guildhall.viewer_person()))
  );
-- The gateway finds out whose address a calendar program asks for.
create policy gateway_reads on calendar_feed for select to guildhall_staffing
  using (guildhall.viewer_role() = 'gateway');
create policy gateway_reads on agent for select to guildhall_staffing
  using (guildhall.viewer_role() = 'gateway');
