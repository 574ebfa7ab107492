-- A calendar program acts for a person, in one role that reads shifts and nothing else: what is a person's own is
-- theirs when they are signed in.
drop policy own_reads on contact;
create policy own_reads on contact for select to guildhall_people
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());
drop policy own_reads on membership;
create policy own_reads on membership for select to guildhall_people
  using (person_id = guildhall.viewer_person() and guildhall.viewer_signed_in());
