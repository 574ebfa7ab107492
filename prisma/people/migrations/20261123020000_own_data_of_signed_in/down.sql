-- Going down loses nothing.
drop policy own_reads on "contact";
create policy own_reads on "contact" for select to guildhall_people
  using (person_id = guildhall.viewer_person());
drop policy own_reads on "membership";
create policy own_reads on "membership" for select to guildhall_people
  using (person_id = guildhall.viewer_person());
