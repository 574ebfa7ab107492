-- CreateTable
CREATE TABLE "workshop" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "description" TEXT,
    "place" TEXT,
    "link" TEXT,
    "time_zone" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "starts_on" DATE NOT NULL,
    "capacity" INTEGER NOT NULL,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "waiting_count" INTEGER NOT NULL DEFAULT 0,
    "offer_hours" INTEGER NOT NULL DEFAULT 24,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "cancellation_reason" TEXT,
    "requirements_version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizer" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workshop_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workshop_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "offered_until" TIMESTAMPTZ(3),
    "acknowledged_version" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_by" TEXT,
    "cancellation_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendee" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop_requirement" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "workshop_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "since_version" INTEGER NOT NULL,
    "until_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workshop_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brought_item" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brought_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "workshop_status_starts_at_id_idx" ON "workshop"("status", "starts_at", "id");

-- CreateIndex
CREATE INDEX "workshop_starts_at_id_idx" ON "workshop"("starts_at", "id");

-- CreateIndex
CREATE INDEX "workshop_title_id_idx" ON "workshop"("title", "id");

-- CreateIndex
CREATE INDEX "workshop_created_at_id_idx" ON "workshop"("created_at", "id");

-- CreateIndex
CREATE INDEX "organizer_workshop_id_created_at_id_idx" ON "organizer"("workshop_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "organizer_person_id_created_at_id_idx" ON "organizer"("person_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "participant_person_id_starts_at_id_idx" ON "participant"("person_id", "starts_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_workshop_id_place_key" ON "participant"("workshop_id", "place");

-- CreateIndex
CREATE INDEX "attendee_workshop_id_created_at_id_idx" ON "attendee"("workshop_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "workshop_requirement_workshop_id_created_at_id_idx" ON "workshop_requirement"("workshop_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "brought_item_person_id_kind_key" ON "brought_item"("person_id", "kind");

-- AddForeignKey
ALTER TABLE "organizer" ADD CONSTRAINT "organizer_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendee" ADD CONSTRAINT "attendee_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workshop_requirement" ADD CONSTRAINT "workshop_requirement_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the database holds of the records, beside the keys.
alter table workshop
  add constraint workshop_title_length check (char_length(btrim(title)) between 1 and 200),
  add constraint workshop_description_length check (char_length(btrim(description)) between 1 and 10000),
  add constraint workshop_place_length check (char_length(btrim(place)) between 1 and 500),
  add constraint workshop_link_form check (link ~ '^https://[^\s/]+(/\S*)?$' and char_length(link) <= 2000),
  add constraint workshop_ends_after_start check (ends_at > starts_at),
  add constraint workshop_at_most_14_days check (ends_at - starts_at <= interval '14 days'),
  add constraint workshop_capacity_within check (capacity between 1 and 10000),
  add constraint workshop_offer_hours_within check (offer_hours between 1 and 336),
  add constraint workshop_status_known check (status in ('draft', 'published', 'cancelled', 'held')),
  add constraint workshop_place_or_link check (status = 'draft' or place is not null or link is not null),
  add constraint workshop_cancellation_reason_length check (char_length(btrim(cancellation_reason)) between 1 and 1000),
  -- Seats are never oversold, whoever counts them.
  add constraint workshop_seats_not_oversold check (seats_taken between 0 and capacity),
  add constraint workshop_waiting_count_counts check (waiting_count >= 0);
alter table organizer
  add constraint organizer_status_known check (status in ('invited', 'active', 'unavailable', 'withdrawn'));
create unique index organizer_once on organizer (workshop_id, person_id) where status <> 'withdrawn';
alter table participant
  add constraint participant_status_known
    check (status in ('waiting', 'offered', 'confirmed', 'cancelled', 'attended', 'no_show')),
  add constraint participant_offered_until_fits
    check ((status = 'offered') = (offered_until is not null) and offered_until <= starts_at),
  add constraint participant_cancelled_by_fits check (
    (status = 'cancelled') = (cancelled_by is not null)
    and cancelled_by in ('person', 'offer_expired', 'organizer', 'workshop_cancelled', 'workshop_over')
  ),
  add constraint participant_cancellation_reason_fits check (
    (cancellation_reason is null or status = 'cancelled') and char_length(btrim(cancellation_reason)) between 1 and 1000
  ),
  -- Nobody takes part in two workshops at once. One that ends when another starts does not overlap it.
  add constraint participant_no_overlap
    exclude using gist (person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('waiting', 'offered', 'confirmed', 'attended'));
create unique index participant_once on participant (workshop_id, person_id) where status <> 'cancelled';
-- The waiting list, and offers by when they end.
create index participant_waiting on participant (workshop_id, place) where status = 'waiting';
create index participant_offered on participant (workshop_id, offered_until) where status = 'offered';
alter table workshop_requirement
  add constraint workshop_requirement_kind_form
    check (kind ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and char_length(kind) <= 200),
  add constraint workshop_requirement_text_length check (char_length(btrim(text)) between 1 and 1000),
  add constraint workshop_requirement_level_known check (level in ('must', 'should')),
  add constraint workshop_requirement_ends_later check (until_version > since_version);
alter table brought_item
  add constraint brought_item_kind_form
    check (kind ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$' and char_length(kind) <= 200);

-- The workshops that the viewer manages, and those whose drafts they see. Policies ask once for each statement. As the
-- migrator: the policies of organizers themselves stand on it.
create function managed_workshops() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(workshop_id), '{}') from workshops.organizer
   where person_id = guildhall.viewer_person() and status = 'active' and guildhall.viewer_signed_in()
$$;
create function organized_workshops() returns uuid[]
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(workshop_id), '{}') from workshops.organizer
   where person_id = guildhall.viewer_person() and status <> 'withdrawn' and guildhall.viewer_signed_in()
$$;

-- The place in the waiting list of a participation, 1 the first; null when it does not wait. As the migrator, since
-- who waits before a person is none of their business: their number is.
create function waiting_position(participation uuid) returns integer
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select (select count(*)::integer from workshops.participant o
           where o.workshop_id = p.workshop_id and o.status = 'waiting' and o.place <= p.place)
    from workshops.participant p where p.id = participation and p.status = 'waiting'
$$;

-- Ends the offers that have run out, and offers what is free to those who wait, in their order. Whoever decides about
-- seats calls it first, under the lock of the workshop that it takes, and so does the job of each offer: it may run
-- at any time and any number of times.
create function settle_seats(of_workshop uuid) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  w workshops.workshop;
  first uuid;
begin
  select * into w from workshops.workshop where id = of_workshop for no key update;
  if not found or w.status <> 'published' then
    return;
  end if;
  update workshops.participant set status = 'cancelled', cancelled_by = 'offer_expired'
   where workshop_id = of_workshop and status = 'offered' and offered_until <= now();
  if w.starts_at <= now() then
    return;
  end if;
  loop
    select * into w from workshops.workshop where id = of_workshop;
    exit when w.seats_taken >= w.capacity or w.waiting_count = 0;
    select id into first from workshops.participant
     where workshop_id = of_workshop and status = 'waiting' order by place limit 1;
    -- Several that go in one statement are counted one after the other.
    exit when not found;
    update workshops.participant
       set status = 'offered', offered_until = least(now() + w.offer_hours * interval '1 hour', w.starts_at)
     where id = first;
  end loop;
end
$$;

-- What a workshop carries of itself, and what its counters are: other triggers' to write, nobody else's.
create function derive_workshop() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.starts_on := (new.starts_at at time zone new.time_zone)::date;
  if new.status is distinct from 'cancelled' then
    new.cancellation_reason := null;
  end if;
  if tg_op = 'INSERT' then
    new.seats_taken := 0;
    new.waiting_count := 0;
    new.requirements_version := 1;
    return new;
  end if;
  if pg_trigger_depth() = 1 then
    new.seats_taken := old.seats_taken;
    new.waiting_count := old.waiting_count;
    new.requirements_version := old.requirements_version;
    new.revision := old.revision + 1;
  end if;
  return new;
end
$$;
create trigger derive_workshop before insert or update on workshop
  for each row execute function derive_workshop();

-- The statuses' order, for everybody, and what organizers may change of their workshops. GH001: not in this order,
-- GH003: too early, GH004: too late. The messages are for people.
create function guard_workshop() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if old.status <> new.status then
    if (old.status, new.status) not in (('draft', 'published'), ('published', 'cancelled'), ('published', 'held')) then
      raise exception using errcode = 'GH001',
        message = format('A workshop that is %s cannot become %s.', old.status, new.status);
    end if;
    if new.status = 'published' and new.starts_at <= now() then
      raise exception using errcode = 'GH004', message = 'The start has passed. Choose a later one before you publish.';
    end if;
    if new.status = 'held' and now() < new.starts_at then
      raise exception using errcode = 'GH003', message = 'A workshop was held once it has started.';
    end if;
  end if;
  if guildhall.viewer_role() is null or guildhall.viewer_role() in ('company', 'system') or pg_trigger_depth() > 1 then
    return new;
  end if;
  if old.status in ('cancelled', 'held') then
    raise exception using errcode = 'GH004',
      message = format('This workshop is %s, so it does not change any more. Ask support staff to correct it.', old.status);
  end if;
  if old.status = 'published' and old.starts_at <= now() and (new.starts_at, new.status = 'cancelled') is distinct from (old.starts_at, false) then
    raise exception using errcode = 'GH004', message = 'This workshop has started: it can be neither moved nor cancelled.';
  end if;
  if new.starts_at <> old.starts_at and new.starts_at <= now() then
    raise exception using errcode = 'GH004', message = 'A workshop cannot be moved into the past. Choose a later start.';
  end if;
  return new;
end
$$;
create trigger guard_workshop before update on workshop
  for each row execute function guard_workshop();

-- Who takes part follows the workshop. As the migrator: participations are not the organizer's to write in this way.
create function follow_workshop() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if (new.starts_at, new.ends_at) <> (old.starts_at, old.ends_at) then
    update workshops.participant
       set starts_at = new.starts_at, ends_at = new.ends_at, offered_until = least(offered_until, new.starts_at)
     where workshop_id = new.id;
  end if;
  if new.status = 'cancelled' and old.status <> 'cancelled' then
    update workshops.participant set status = 'cancelled', cancelled_by = 'workshop_cancelled'
     where workshop_id = new.id and status in ('waiting', 'offered', 'confirmed');
  elsif new.status = 'held' and old.status <> 'held' then
    update workshops.participant set status = 'cancelled', cancelled_by = 'workshop_over'
     where workshop_id = new.id and status in ('waiting', 'offered');
  end if;
  perform workshops.settle_seats(new.id);
  return null;
end
$$;
create trigger follow_workshop after update of starts_at, ends_at, status, capacity on workshop
  for each row when ((old.starts_at, old.ends_at, old.status, old.capacity) is distinct from (new.starts_at, new.ends_at, new.status, new.capacity))
  execute function follow_workshop();

-- A workshop that is published never is without an active organizer. At the end of the transaction and under the lock of
-- the workshop, so that of two who leave at once the second is told.
create function keep_organizer() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  of_workshop uuid;
begin
  if tg_table_name = 'workshop' then
    of_workshop := new.id;
  else
    of_workshop := old.workshop_id;
  end if;
  perform from workshops.workshop where id = of_workshop and status = 'published' for no key update;
  if found and not exists (select from workshops.organizer where workshop_id = of_workshop and status = 'active') then
    raise check_violation using
      constraint = 'workshop_keeps_organizer',
      message = 'a published workshop violates check constraint "workshop_keeps_organizer"';
  end if;
  return null;
end
$$;
create constraint trigger keep_organizer after insert or update of status on workshop
  deferrable initially deferred for each row when (new.status = 'published')
  execute function keep_organizer();
create constraint trigger keep_organizer_updated after update on organizer
  deferrable initially deferred for each row when (old.status = 'active')
  execute function keep_organizer();
create constraint trigger keep_organizer_deleted after delete on organizer
  deferrable initially deferred for each row when (old.status = 'active')
  execute function keep_organizer();

-- Invited first; who organizes is then each one's own to say, and that somebody cannot, their colleagues' too.
create function guard_organizer() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  is_other boolean := guildhall.viewer_role() not in ('company', 'system')
    and new.person_id is distinct from guildhall.viewer_person();
begin
  if tg_op = 'UPDATE' then
    if (new.workshop_id, new.person_id) <> (old.workshop_id, old.person_id) then
      raise exception using errcode = 'GH002',
        message = 'Who an organizer is cannot be changed. Invite another person.';
    end if;
    if new.status = old.status then
      return new;
    end if;
    if (old.status, new.status) not in (
      ('invited', 'active'), ('invited', 'withdrawn'),
      ('active', 'unavailable'), ('active', 'withdrawn'),
      ('unavailable', 'active'), ('unavailable', 'withdrawn')
    ) then
      raise exception using errcode = 'GH001',
        message = format('An organizer who is %s cannot become %s.', old.status, new.status);
    end if;
    if new.status = 'active' and is_other then
      raise exception using errcode = 'GH002', message = 'Only the person who was invited can say that they organize.';
    end if;
  elsif new.status <> 'invited' and guildhall.viewer_role() not in ('company', 'system') then
    raise exception using errcode = 'GH002', message = 'Nobody organizes a workshop who has not accepted. Invite them.';
  end if;
  return new;
end
$$;
create trigger guard_organizer before insert or update on organizer
  for each row execute function guard_organizer();

-- Whoever signs up is last in the list. The seat is theirs at once when one is free and nobody waits. As the migrator
-- and under the lock of the workshop: of many at once, as many get a seat as there are.
create function take_turn() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  w workshops.workshop;
  viewer text := guildhall.viewer_role();
  -- Data of a scenario says itself where it stands.
  takes_turn boolean := new.status is null;
begin
  if viewer not in ('company', 'system') then
    -- As the row policies would say, before anything is told of the workshop.
    raise insufficient_privilege using message = 'participations are written by use-cases';
  end if;
  perform from workshops.workshop where id = new.workshop_id for no key update;
  if takes_turn then
    perform workshops.settle_seats(new.workshop_id);
  end if;
  select * into w from workshops.workshop where id = new.workshop_id;
  if w.id is null then
    raise foreign_key_violation using
      constraint = 'participant_workshop_id_fkey',
      message = 'insert on table "participant" violates foreign key constraint "participant_workshop_id_fkey"';
  end if;
  new.starts_at := w.starts_at;
  new.ends_at := w.ends_at;
  new.place := coalesce((select max(place) from workshops.participant where workshop_id = w.id), 0) + 1;
  if not takes_turn then
    if viewer = 'company' then
      raise check_violation using
        constraint = 'participant_takes_turn',
        message = 'a participant violates check constraint "participant_takes_turn"';
    end if;
    return new;
  end if;
  if w.status <> 'published' or w.starts_at <= now() then
    raise check_violation using
      constraint = 'participant_workshop_open',
      message = 'a participant violates check constraint "participant_workshop_open"';
  end if;
  if new.acknowledged_version <> w.requirements_version then
    raise check_violation using
      constraint = 'participant_acknowledged_present',
      message = 'a participant violates check constraint "participant_acknowledged_present"';
  end if;
  new.status := case when w.waiting_count = 0 and w.seats_taken < w.capacity then 'confirmed' else 'waiting' end;
  return new;
end
$$;
create trigger take_turn before insert on participant
  for each row execute function take_turn();

-- The statuses' order, for everybody; whose turn it is; that nobody takes a seat without having seen the requirements.
create function guard_participant() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  w workshops.workshop;
  viewer text := guildhall.viewer_role();
  is_organizer boolean := viewer is not null and viewer not in ('company', 'system') and pg_trigger_depth() = 1;
begin
  select * into w from workshops.workshop where id = old.workshop_id;
  new.id := old.id;
  new.workshop_id := old.workshop_id;
  new.person_id := old.person_id;
  new.place := old.place;
  new.starts_at := w.starts_at;
  new.ends_at := w.ends_at;
  if new.status <> 'offered' then
    new.offered_until := null;
  end if;
  if new.status <> 'cancelled' then
    new.cancelled_by := null;
    new.cancellation_reason := null;
  else
    new.cancelled_by := coalesce(new.cancelled_by, 'organizer');
  end if;

  if new.acknowledged_version <> old.acknowledged_version then
    if is_organizer then
      raise exception using errcode = 'GH002', message = 'What a person has acknowledged is theirs to say.';
    end if;
    if new.acknowledged_version <> w.requirements_version and viewer is not null then
      raise check_violation using
        constraint = 'participant_acknowledged_present',
        message = 'a participant violates check constraint "participant_acknowledged_present"';
    end if;
  end if;
  if new.status = old.status then
    return new;
  end if;

  if (old.status, new.status) not in (
    ('waiting', 'offered'), ('waiting', 'cancelled'),
    ('offered', 'confirmed'), ('offered', 'cancelled'),
    ('confirmed', 'attended'), ('confirmed', 'no_show'), ('confirmed', 'cancelled'),
    ('attended', 'no_show'), ('attended', 'confirmed'), ('no_show', 'attended'), ('no_show', 'confirmed')
  ) then
    raise exception using errcode = 'GH001', message = format(
      'A participation that is %s cannot become %s.', replace(old.status, '_', '-'), replace(new.status, '_', '-'));
  end if;
  if new.status = 'offered' and exists (
    select from workshops.participant
     where workshop_id = old.workshop_id and status = 'waiting' and place < old.place
  ) then
    raise check_violation using
      constraint = 'participant_takes_turn',
      message = 'a participant violates check constraint "participant_takes_turn"';
  end if;
  if old.status = 'offered' and new.status = 'confirmed' then
    if is_organizer then
      raise exception using errcode = 'GH002', message = 'Only the person to whom a seat is offered can accept it.';
    end if;
    if old.offered_until <= now() and viewer is not null then
      raise check_violation using
        constraint = 'participant_offer_in_time',
        message = 'a participant violates check constraint "participant_offer_in_time"';
    end if;
    if new.acknowledged_version <> w.requirements_version and viewer is not null then
      raise check_violation using
        constraint = 'participant_acknowledged_present',
        message = 'a participant violates check constraint "participant_acknowledged_present"';
    end if;
  end if;
  if new.status in ('attended', 'no_show') and now() < w.starts_at then
    raise exception using errcode = 'GH003', message = 'Who was there is said once the workshop has started.';
  end if;
  if new.status = 'cancelled' and is_organizer and w.starts_at <= now() then
    raise exception using errcode = 'GH004',
      message = 'The workshop has started. Say who was there instead.';
  end if;
  return new;
end
$$;
create trigger guard_participant before update on participant
  for each row execute function guard_participant();

-- Seats and the waiting list are counted where everybody sees the number; those with a seat are listed by name; a
-- seat that is free again goes to the first who waits; an offer ends by a job. As the migrator: all of this follows.
create function count_seats() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  p workshops.participant := coalesce(new, old);
  was text := case tg_op when 'INSERT' then '' else old.status end;
  is_now text := case tg_op when 'DELETE' then '' else new.status end;
  taking text[] := array['offered', 'confirmed', 'attended', 'no_show'];
  seats integer := (is_now = any (taking))::integer - (was = any (taking))::integer;
  waiting integer := (is_now = 'waiting')::integer - (was = 'waiting')::integer;
begin
  if seats <> 0 or waiting <> 0 then
    update workshops.workshop set seats_taken = seats_taken + seats, waiting_count = waiting_count + waiting
     where id = p.workshop_id;
  end if;
  if is_now in ('confirmed', 'attended') then
    insert into workshops.attendee (id, workshop_id, person_id, created_at)
    values (p.id, p.workshop_id, p.person_id, p.created_at) on conflict do nothing;
  elsif was in ('confirmed', 'attended') then
    delete from workshops.attendee where id = p.id;
  end if;
  if is_now = 'offered' and (was <> 'offered' or new.offered_until <> old.offered_until) then
    perform workshops_jobs.enqueue(
      'endOffer', json_build_object('participantId', p.id), p.offered_until, 'endOffer:' || p.id);
  end if;
  if seats < 0 then
    perform workshops.settle_seats(p.workshop_id);
  end if;
  return null;
end
$$;
create trigger count_seats after insert or update or delete on participant
  for each row execute function count_seats();

-- What is required moves the version that people acknowledge, and stays readable in the versions it was in.
create function guard_requirement() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  w workshops.workshop;
begin
  if tg_op = 'UPDATE' and new.until_version is not distinct from old.until_version
     and (new.workshop_id, new.kind, new.text, new.level, new.since_version)
       = (old.workshop_id, old.kind, old.text, old.level, old.since_version) then
    return new;
  end if;
  if tg_op = 'UPDATE' and (
    old.until_version is not null
    or (new.workshop_id, new.kind, new.text, new.level, new.since_version)
      <> (old.workshop_id, old.kind, old.text, old.level, old.since_version)
  ) then
    raise exception using errcode = 'GH001',
      message = 'A requirement that people may have acknowledged does not change: end it and add another.';
  end if;
  update workshops.workshop set requirements_version = requirements_version + 1 where id = new.workshop_id
    returning * into w;
  if guildhall.viewer_role() not in ('company', 'system')
     and (w.status not in ('draft', 'published') or (w.status = 'published' and w.starts_at <= now())) then
    raise exception using errcode = 'GH004',
      message = 'What a workshop requires changes until it starts. Ask support staff to correct it.';
  end if;
  if tg_op = 'INSERT' then
    new.since_version := w.requirements_version;
    new.until_version := null;
  else
    new.until_version := w.requirements_version;
  end if;
  return new;
end
$$;
create trigger guard_requirement before insert or update on workshop_requirement
  for each row execute function guard_requirement();

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

-- organizer: rows by policy, every change into history.
alter table "organizer" enable row level security, force row level security;
grant select, insert, update, delete on "organizer" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "organizer" to guildhall_migrator using (true) with check (true);
create policy admin_all on "organizer" to guildhall_admin using (true) with check (true);
create policy company_all on "organizer" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "organizer" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "organizer" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "organizer" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- participant: rows by policy, every change into history.
alter table "participant" enable row level security, force row level security;
grant select, insert, update, delete on "participant" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "participant" to guildhall_migrator using (true) with check (true);
create policy admin_all on "participant" to guildhall_admin using (true) with check (true);
create policy company_all on "participant" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "participant" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "participant" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "participant" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- attendee: rows by policy, every change into history.
alter table "attendee" enable row level security, force row level security;
grant select, insert, update, delete on "attendee" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "attendee" to guildhall_migrator using (true) with check (true);
create policy admin_all on "attendee" to guildhall_admin using (true) with check (true);
create policy company_all on "attendee" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "attendee" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "attendee" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "attendee" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- workshop_requirement: rows by policy, every change into history.
alter table "workshop_requirement" enable row level security, force row level security;
grant select, insert, update, delete on "workshop_requirement" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "workshop_requirement" to guildhall_migrator using (true) with check (true);
create policy admin_all on "workshop_requirement" to guildhall_admin using (true) with check (true);
create policy company_all on "workshop_requirement" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "workshop_requirement" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "workshop_requirement" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "workshop_requirement" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- brought_item: rows by policy, every change into history.
alter table "brought_item" enable row level security, force row level security;
grant select, insert, update, delete on "brought_item" to guildhall_workshops, guildhall_admin;
create policy migrator_all on "brought_item" to guildhall_migrator using (true) with check (true);
create policy admin_all on "brought_item" to guildhall_admin using (true) with check (true);
create policy company_all on "brought_item" to guildhall_workshops
  using (guildhall.viewer_role() in ('company', 'system'))
  with check (guildhall.viewer_role() in ('company', 'system'));
create trigger record_insert after insert on "brought_item" referencing new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_update after update on "brought_item" referencing old table as old_rows new table as new_rows
  for each statement execute function guildhall.record_history('id');
create trigger record_delete after delete on "brought_item" referencing old table as old_rows
  for each statement execute function guildhall.record_history('id');

-- Who else reads and writes which rows. Organizers are told by their rows, not by a role.
create policy signed_in_reads on workshop for select to guildhall_workshops
  using (status <> 'draft' and guildhall.viewer_signed_in());
create policy organizer_reads on workshop for select to guildhall_workshops
  using (id = any ((select workshops.organized_workshops())::uuid[]));
create policy organizer_updates on workshop for update to guildhall_workshops
  using (id = any ((select workshops.managed_workshops())::uuid[]));
create policy organizer_deletes on workshop for delete to guildhall_workshops
  using (status = 'draft' and id = any ((select workshops.managed_workshops())::uuid[]));

-- Everybody reads who organizes a workshop that they see; the rest is told to those it concerns.
create policy signed_in_reads on organizer for select to guildhall_workshops
  using (status = 'active' and exists (select from workshop w where w.id = workshop_id));
create policy own_reads on organizer for select to guildhall_workshops
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());
create policy own_updates on organizer for update to guildhall_workshops
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());
create policy colleagues_read on organizer for select to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));
create policy colleagues_insert on organizer for insert to guildhall_workshops
  with check (workshop_id = any ((select workshops.managed_workshops())::uuid[]));
create policy colleagues_update on organizer for update to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));

create policy own_reads on participant for select to guildhall_workshops
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());
create policy organizer_reads on participant for select to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));
create policy organizer_updates on participant for update to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));

-- Those who have a seat read who else has one.
create policy attendees_read on attendee for select to guildhall_workshops
  using (workshop_id = any (array(
    select p.workshop_id from participant p
     where p.person_id = guildhall.viewer_person() and p.status in ('confirmed', 'attended')
  )));
create policy organizer_reads on attendee for select to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));

create policy signed_in_reads on workshop_requirement for select to guildhall_workshops
  using (exists (select from workshop w where w.id = workshop_id));
create policy organizer_inserts on workshop_requirement for insert to guildhall_workshops
  with check (workshop_id = any ((select workshops.managed_workshops())::uuid[]));
create policy organizer_updates on workshop_requirement for update to guildhall_workshops
  using (workshop_id = any ((select workshops.managed_workshops())::uuid[]));

create policy own_all on brought_item to guildhall_workshops
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());

-- What a workshop requires is told in the workshop's history.
alter table history add column record_id text generated always as (
  case when table_name = 'workshop_requirement' then coalesce(new_row, old_row) ->> 'workshop_id' else row_id end
) stored;
create index history_record_idx on history (record_id, id);
