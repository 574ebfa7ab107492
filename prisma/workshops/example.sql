-- One record and more of every table, for the tests of migrations and policies. Persons are those of the example of
-- people: the agent organizes the first workshop, the member has its one seat, and the facility's person waits.
insert into workshop (id, title, place, time_zone, starts_at, ends_at, capacity, status) values
  ('00000000-0000-7000-8000-000000000e01', 'Lifting safely', 'The hall', 'Europe/London', '2099-01-10 09:00Z', '2099-01-10 12:00Z', 1, 'published'),
  ('00000000-0000-7000-8000-000000000e02', 'Sign language', null, 'Europe/Dublin', '2099-02-10 09:00Z', '2099-02-10 12:00Z', 20, 'draft');
insert into organizer (id, workshop_id, person_id, status) values
  ('00000000-0000-7000-8000-000000000e11', '00000000-0000-7000-8000-000000000e01', '00000000-0000-7000-8000-000000000003', 'active'),
  ('00000000-0000-7000-8000-000000000e12', '00000000-0000-7000-8000-000000000e02', '00000000-0000-7000-8000-000000000002', 'invited');
insert into workshop_requirement (id, workshop_id, kind, text, level) values
  ('00000000-0000-7000-8000-000000000e21', '00000000-0000-7000-8000-000000000e01', 'equipment.shoes', 'Firm shoes', 'must'),
  ('00000000-0000-7000-8000-000000000e22', '00000000-0000-7000-8000-000000000e02', 'knowledge', 'Some English', 'should');
insert into participant (id, workshop_id, person_id, acknowledged_version) values
  ('00000000-0000-7000-8000-000000000e31', '00000000-0000-7000-8000-000000000e01', '00000000-0000-7000-8000-000000000005', 2);
insert into participant (id, workshop_id, person_id, acknowledged_version) values
  ('00000000-0000-7000-8000-000000000e32', '00000000-0000-7000-8000-000000000e01', '00000000-0000-7000-8000-000000000002', 2);
insert into brought_item (id, person_id, kind) values
  ('00000000-0000-7000-8000-000000000e41', '00000000-0000-7000-8000-000000000005', 'equipment.shoes'),
  ('00000000-0000-7000-8000-000000000e42', '00000000-0000-7000-8000-000000000003', 'knowledge.first_aid');
