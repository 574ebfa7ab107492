-- Going down loses the table workshop, the history of workshops.

-- DropTable
DROP TABLE "workshop";

DROP TABLE "history";

revoke usage on schema workshops from guildhall_workshops, guildhall_admin;
