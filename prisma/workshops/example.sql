-- One record and more of every table, for the tests of migrations and policies.
insert into workshop (organisation_id, name) values
  ('00000000-0000-7000-8000-0000000000f1', 'First'),
  ('00000000-0000-7000-8000-0000000000f2', 'Second');
