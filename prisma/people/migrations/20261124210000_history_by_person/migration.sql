-- What belongs to a person, many to one, is told in the person's history.
alter table history add column record_id text generated always as (
  case when table_name = 'membership' then coalesce(new_row, old_row) ->> 'person_id' else row_id end
) stored;
create index history_record_idx on history (record_id, id);
