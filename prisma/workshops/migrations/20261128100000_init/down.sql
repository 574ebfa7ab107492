-- Going down loses every workshop, who organized it and took part, what was required and brought, the offers of seats that were to end, and the history of workshops.

-- Policies and triggers first, with the tables whose rows they read.
drop policy attendees_read on attendee;
drop policy signed_in_reads on organizer;
drop policy signed_in_reads on workshop_requirement;

-- DropTable
DROP TABLE "attendee";

-- DropTable
DROP TABLE "participant";

-- DropTable
DROP TABLE "organizer";

-- DropTable
DROP TABLE "workshop_requirement";

-- DropTable
DROP TABLE "brought_item";

-- DropTable
DROP TABLE "workshop" CASCADE;

DROP TABLE "history";

drop function count_seats();
drop function guard_participant();
drop function take_turn();
drop function guard_requirement();
drop function guard_organizer();
drop function keep_organizer();
drop function follow_workshop();
drop function guard_workshop();
drop function derive_workshop();
drop function settle_seats(uuid);
drop function waiting_position(uuid);
drop function organized_workshops();
drop function managed_workshops();

-- The queue is the runner's to make; what waits in it is this domain's.
drop schema workshops_jobs cascade;

revoke usage on schema workshops from guildhall_workshops, guildhall_admin;
