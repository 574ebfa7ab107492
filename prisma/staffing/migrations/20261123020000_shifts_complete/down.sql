-- Going down loses addresses and contacts of facilities, agents' phones, rates, areas, qualifications and
-- preferences, the notes, breaks, qualifications, rates, offers and confirmed hours of shifts, rota templates,
-- flags and calendar addresses. Placeholders become open shifts.

-- Policies, triggers and functions first: they read what is dropped.
drop policy facility_updates on facility;
drop policy calendar_reads on facility;
drop policy agent_updates on agent;
drop policy calendar_reads on agent;
drop policy gateway_reads on agent;
drop policy facility_reads on shift;
drop policy facility_inserts on shift;
drop policy facility_updates on shift;
drop policy agent_reads on shift;
drop policy calendar_reads on shift;
create policy facility_reads on "shift" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'facility'
    and facility_id = any (array(
      select f.id from facility f where f.organisation_id = guildhall.viewer_organisation()
    ))
  );
create policy agent_reads on "shift" for select to guildhall_staffing
  using (
    guildhall.viewer_role() = 'agent'
    and agent_id = any (array(
      select a.id from agent a where a.person_id = guildhall.viewer_person()
    ))
  );
drop trigger derive_shift on shift;
drop trigger guard_shift on shift;
drop trigger derive_shifts on facility;
drop trigger guard_facility on facility;
drop trigger guard_agent on agent;
drop policy facility_all on rota_slot;

-- DropForeignKey
ALTER TABLE "agent_private" DROP CONSTRAINT "agent_private_agent_id_fkey";

-- DropForeignKey
ALTER TABLE "agent_qualification" DROP CONSTRAINT "agent_qualification_agent_id_fkey";

-- DropForeignKey
ALTER TABLE "facility_preference" DROP CONSTRAINT "facility_preference_agent_id_fkey";

-- DropForeignKey
ALTER TABLE "facility_preference" DROP CONSTRAINT "facility_preference_facility_id_fkey";

-- DropForeignKey
ALTER TABLE "rota_template" DROP CONSTRAINT "rota_template_facility_id_fkey";

-- DropForeignKey
ALTER TABLE "rota_slot" DROP CONSTRAINT "rota_slot_template_id_fkey";

-- DropForeignKey
ALTER TABLE "rota_slot" DROP CONSTRAINT "rota_slot_agent_id_fkey";

-- DropForeignKey
ALTER TABLE "calendar_feed" DROP CONSTRAINT "calendar_feed_agent_id_fkey";

-- DropIndex
DROP INDEX "shift_organisation_id_starts_at_id_idx";

-- DropIndex
DROP INDEX "shift_status_starts_at_id_idx";

-- DropIndex
DROP INDEX "shift_offered_at_idx";

-- AlterTable
alter table facility
  drop constraint facility_address_length,
  drop constraint facility_contact_name_length,
  drop constraint facility_contact_email_form,
  drop constraint facility_contact_phone_form;
ALTER TABLE "facility" DROP COLUMN "address",
DROP COLUMN "contact_email",
DROP COLUMN "contact_name",
DROP COLUMN "contact_phone";

-- AlterTable
ALTER TABLE "agent" DROP COLUMN "home_area";

-- AlterTable
ALTER TABLE "shift" DROP COLUMN "break_minutes",
DROP COLUMN "cancellation_reason",
DROP COLUMN "kind",
DROP COLUMN "note",
DROP COLUMN "offered_at",
DROP COLUMN "organisation_id",
DROP COLUMN "qualification",
DROP COLUMN "rate_currency",
DROP COLUMN "rate_minor",
DROP COLUMN "revision",
DROP COLUMN "starts_on",
DROP COLUMN "worked_minutes";

-- DropTable
DROP TABLE "agent_private";

-- DropTable
DROP TABLE "agent_qualification";

-- DropTable
DROP TABLE "facility_preference";

-- DropTable
DROP TABLE "rota_template";

-- DropTable
DROP TABLE "rota_slot";

-- DropTable
DROP TABLE "flag";

-- DropTable
DROP TABLE "calendar_feed";

drop function derive_shift();
drop function derive_shifts_of_facility();
drop function guard_shift();
drop function guard_facility();
drop function guard_agent();
drop function guard_agent_private();
drop function guard_flag();
