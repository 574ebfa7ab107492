-- Going down loses nothing.
drop index history_record_idx;
alter table history drop column record_id;
