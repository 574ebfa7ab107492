-- What every domain's policies and triggers stand on. The runner applies this file before each `up`, so every
-- statement in it can run again.

create schema if not exists guildhall authorization guildhall_migrator;
create extension if not exists btree_gist with schema guildhall;

set local role guildhall_migrator;

-- Nothing in here is secret, and nothing in here acts: the functions read the caller's own settings.
grant usage on schema guildhall to public;

-- The viewer. Only the viewer-aware pool may set these settings; '' and unset both mean that there is none.

create or replace function guildhall.viewer_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guildhall.person_id', true), '')::uuid;

create or replace function guildhall.viewer_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('guildhall.organisation_id', true), '')::uuid;

create or replace function guildhall.viewer_role() returns text
  language sql stable parallel safe
  return nullif(current_setting('guildhall.role', true), '');

-- Whether support staff asks, or a use-case that runs as system: they see every row. Said with coalesce because the
-- planner takes that for half of the rows, where `role in (…)` alone passes for one in a hundred, and then a page is
-- read by sorting the whole table.
create or replace function guildhall.viewer_is_company() returns boolean
  language sql stable parallel safe
  return coalesce(guildhall.viewer_role() in ('company', 'system'), false);

-- Whether somebody asks who acts in a role: neither nobody, nor the gateway on its own account, nor a calendar
-- program by an address of its own.
create or replace function guildhall.viewer_signed_in() returns boolean
  language sql stable parallel safe
  return coalesce(guildhall.viewer_role() not in ('anonymous', 'gateway', 'calendar'), false);

-- What every domain may ask about persons, who live in `people`: whether there is one of an id, and whether one is
-- called so. Everybody who is signed in reads names; they are kept nowhere else. The body names the table late, since
-- this file runs before there is one.
create or replace function guildhall.person_exists(person uuid) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return guildhall.viewer_signed_in() and exists (select from people.person p where p.id = person);
end
$$;

-- A text as names are looked for: in small letters, and without accents, which nobody has to find on a keyboard.
create or replace function guildhall.plain(text) returns text
  language sql immutable parallel safe
  return regexp_replace(lower(normalize($1, nfd)), '[\u0300-\u036f]', '', 'g');

-- Whether every word of a text is somewhere in the name of a person.
create or replace function guildhall.person_is_named(person uuid, wanted text) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return guildhall.viewer_signed_in() and exists (
    select from people.person p
     where p.id = person and (
       select coalesce(bool_and(strpos(guildhall.plain(p.name), word) > 0), true)
         from regexp_split_to_table(guildhall.plain(btrim(wanted)), '\s+') word));
end
$$;

-- Writes one row of the domain's `history` for each row that a statement changed. The first argument of the
-- trigger names the key column; the others name columns whose values are secrets and stay out of history.
-- It runs as the migrator, because services may read history but never write it. Once per statement, not per
-- row: filling a table then costs a third.
create or replace function guildhall.record_history() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  execute format(
    'insert into %I.history (table_name, row_id, operation, actor_person_id, actor_organisation_id, actor_role,
       request_id, old_row, new_row)
     select $1, coalesce(new_row, old_row) ->> $2, $3, $4, $5, $6, $7, old_row - $8, new_row - $8 from (%s) changed',
    tg_table_schema,
    case tg_op
      when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(n) as new_row from new_rows n'
      when 'DELETE' then 'select to_jsonb(o) as old_row, null::jsonb as new_row from old_rows o'
      else format(
        'select to_jsonb(o) as old_row, to_jsonb(n) as new_row from old_rows o full join new_rows n using (%I)',
        tg_argv[0]
      )
    end
  ) using
    tg_table_name,
    tg_argv[0],
    lower(tg_op),
    guildhall.viewer_person(),
    guildhall.viewer_organisation(),
    guildhall.viewer_role(),
    nullif(current_setting('guildhall.request_id', true), ''),
    tg_argv[1:];
  return null;
end
$$;
