-- One record and more of every table, for the tests of migrations and policies.
insert into organisation (id, kind, name) values
  ('00000000-0000-7000-8000-0000000000c0', 'company', 'The Company'),
  ('00000000-0000-7000-8000-0000000000f1', 'facility', 'Rose House'),
  ('00000000-0000-7000-8000-0000000000f2', 'facility', 'Elm Court');
insert into person (id, name) values
  ('00000000-0000-7000-8000-000000000001', 'Cora of the company'),
  ('00000000-0000-7000-8000-000000000002', 'Finn of Rose House'),
  ('00000000-0000-7000-8000-000000000003', 'Ada the agent'),
  ('00000000-0000-7000-8000-000000000004', 'Ben the agent'),
  ('00000000-0000-7000-8000-000000000005', 'Mia the member');
insert into contact (person_id, email, phone)
  select id, 'someone@example.org', '+44 20 7946 0018' from person;
insert into membership (id, person_id, organisation_id, role) values
  ('00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c0', 'company'),
  ('00000000-0000-7000-8000-0000000000a2', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-0000000000f1', 'facility'),
  ('00000000-0000-7000-8000-0000000000a3', '00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-0000000000c0', 'agent'),
  ('00000000-0000-7000-8000-0000000000a4', '00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-0000000000f1', 'agent'),
  ('00000000-0000-7000-8000-0000000000a5', '00000000-0000-7000-8000-000000000005', '00000000-0000-7000-8000-0000000000c0', 'member');
insert into login (subject, person_id) values ('local|finn', '00000000-0000-7000-8000-000000000002');
insert into api_key (id, secret_hash, label, person_id, organisation_id, role, scopes) values
  ('key', repeat('5ec7e700', 8), 'The identity provider', '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-0000000000c0', 'identity', '{logins:read}');
