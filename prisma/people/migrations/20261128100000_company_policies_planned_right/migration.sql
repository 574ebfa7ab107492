-- The same rows for the same viewers, said so that the planner knows how many they are (foundation.sql).
alter policy company_reads on history using (guildhall.viewer_is_company());
alter policy company_all on "organisation" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "person" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "contact" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "membership" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "login" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
alter policy company_all on "api_key" using (guildhall.viewer_is_company()) with check (guildhall.viewer_is_company());
