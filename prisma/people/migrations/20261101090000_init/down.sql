-- Going down loses every organisation, person, contact, membership, sign-in and API key, and the history of
-- people.

-- DropForeignKey
ALTER TABLE "contact" DROP CONSTRAINT "contact_person_id_fkey";

-- DropForeignKey
ALTER TABLE "membership" DROP CONSTRAINT "membership_person_id_fkey";

-- DropForeignKey
ALTER TABLE "membership" DROP CONSTRAINT "membership_organisation_id_fkey";

-- DropForeignKey
ALTER TABLE "login" DROP CONSTRAINT "login_person_id_fkey";

-- DropForeignKey
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_person_id_fkey";

-- DropForeignKey
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_organisation_id_fkey";

-- DropTable
DROP TABLE "organisation";

-- DropTable
DROP TABLE "person";

-- DropTable
DROP TABLE "contact";

-- DropTable
DROP TABLE "membership";

-- DropTable
DROP TABLE "login";

-- DropTable
DROP TABLE "api_key";

DROP TABLE "history";

revoke usage on schema people from guildhall_people, guildhall_admin;
