-- The same rows for the same viewers, said so that the planner knows how many they are (foundation.sql).
alter policy company_reads on history using (guildhall.viewer_is_company());
alter policy company_all on "facility" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "agent" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "shift" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "agent_private" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "agent_qualification" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "facility_preference" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "rota_template" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "rota_slot" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "flag" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "calendar_feed" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
