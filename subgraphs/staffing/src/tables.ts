import { type Sql, sqltag as sql, type Table } from '@guildhall/kit/table';
import type { Viewer } from '@guildhall/kit/viewer';
import type { Agent, Facility, Shift } from '@guildhall/prisma/staffing';

export const facilityTable: Table<Facility> = {
  name: 'staffing.facility',
  columns: {
    id: ['id', 'uuid'],
    organisationId: ['organisation_id', 'uuid'],
    name: ['name', 'text'],
    timeZone: ['time_zone', 'text'],
    address: ['address', 'text'],
    contactName: ['contact_name', 'text'],
    contactEmail: ['contact_email', 'text'],
    contactPhone: ['contact_phone', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const agentTable: Table<Agent> = {
  name: 'staffing.agent',
  columns: {
    id: ['id', 'uuid'],
    personId: ['person_id', 'uuid'],
    homeArea: ['home_area', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const shiftTable: Table<Shift> = {
  name: 'staffing.shift',
  columns: {
    id: ['id', 'uuid'],
    facilityId: ['facility_id', 'uuid'],
    organisationId: ['organisation_id', 'uuid'],
    agentId: ['agent_id', 'uuid'],
    kind: ['kind', 'text'],
    qualification: ['qualification', 'text'],
    startsAt: ['starts_at', 'timestamptz'],
    endsAt: ['ends_at', 'timestamptz'],
    startsOn: ['starts_on', 'date'],
    breakMinutes: ['break_minutes', 'integer'],
    note: ['note', 'text'],
    rateMinor: ['rate_minor', 'integer'],
    rateCurrency: ['rate_currency', 'text'],
    status: ['status', 'text'],
    cancellationReason: ['cancellation_reason', 'text'],
    offeredAt: ['offered_at', 'timestamptz'],
    workedMinutes: ['worked_minutes', 'integer'],
    revision: ['revision', 'integer'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
  reach: shiftsInReach,
};

/** What the policies of `staffing.shift` say for the roles that see a part of it. */
function shiftsInReach({ role, personId, organisationId }: Viewer): Sql | null {
  switch (role) {
    case 'facility':
      return sql`t.organisation_id = ${organisationId}::uuid`;
    case 'agent':
      return sql`(t.agent_id = (select a.id from staffing.agent a where a.person_id = ${personId}::uuid)
        or (t.status = 'open' and t.kind = 'work') or t.offered_at is not null)`;
    default:
      return null;
  }
}
