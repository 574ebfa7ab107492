-- Who could take a workshop over: people who organize others and have no part in this one, each by their latest part.
-- For those who manage it; beyond that, whoever asks sees the parts that the policies show them.
create view organizer_candidate with (security_invoker = true) as
select o.person_id as id, w.id as workshop_id, o.created_at
  from workshop w
  join organizer o on o.status = 'active'
 where (guildhall.viewer_is_company() or w.id = any ((select workshops.managed_workshops())::uuid[]))
   and not exists (
     select from organizer later
      where later.person_id = o.person_id and later.status = 'active'
        and (later.created_at, later.id) > (o.created_at, o.id))
   and not exists (
     select from organizer own
      where own.workshop_id = w.id and own.person_id = o.person_id and own.status <> 'withdrawn');
grant select on organizer_candidate to guildhall_workshops;
