-- Going down loses every facility, agent and shift, and the history of staffing.

-- DropTable (first: its policies read the others)
DROP TABLE "shift";

-- DropTable
DROP TABLE "facility";

-- DropTable
DROP TABLE "agent";

DROP TABLE "history";

revoke usage on schema staffing from guildhall_staffing, guildhall_admin;
