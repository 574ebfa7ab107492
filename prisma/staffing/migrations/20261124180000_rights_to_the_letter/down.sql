-- Going down loses nothing.
drop index history_record_idx;
alter table history drop column record_id;

drop trigger guard_agent_private on agent_private;
create or replace function guard_agent_private() returns trigger
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

create or replace function guard_shift() returns trigger
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
