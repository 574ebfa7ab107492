import { type Sql, sqltag as sql, type Table } from '@guildhall/kit/table';
import type { Viewer } from '@guildhall/kit/viewer';
import type {
  Agent,
  AgentPrivate,
  AgentQualification,
  CalendarFeed,
  Facility,
  FacilityPreference,
  Flag,
  RotaSlot,
  RotaTemplate,
  Shift,
} from '@guildhall/prisma/staffing';

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

export const flagTable: Table<Flag> = {
  name: 'staffing.flag',
  columns: {
    id: ['id', 'uuid'],
    subjectKind: ['subject_kind', 'text'],
    subjectId: ['subject_id', 'uuid'],
    message: ['message', 'text'],
    raisedByPersonId: ['raised_by_person_id', 'uuid'],
    raisedByOrganisationId: ['raised_by_organisation_id', 'uuid'],
    raisedByRole: ['raised_by_role', 'text'],
    status: ['status', 'text'],
    handlerPersonId: ['handler_person_id', 'uuid'],
    takenAt: ['taken_at', 'timestamptz'],
    answer: ['answer', 'text'],
    answeredAt: ['answered_at', 'timestamptz'],
    changes: ['changes', 'jsonb'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const agentPrivateTable: Table<AgentPrivate> = {
  name: 'staffing.agent_private',
  columns: {
    agentId: ['agent_id', 'uuid'],
    phone: ['phone', 'text'],
    hourlyRateMinor: ['hourly_rate_minor', 'integer'],
    hourlyRateCurrency: ['hourly_rate_currency', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const agentQualificationTable: Table<AgentQualification> = {
  name: 'staffing.agent_qualification',
  columns: {
    id: ['id', 'uuid'],
    agentId: ['agent_id', 'uuid'],
    code: ['code', 'text'],
    expiresOn: ['expires_on', 'date'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const facilityPreferenceTable: Table<FacilityPreference> = {
  name: 'staffing.facility_preference',
  columns: {
    id: ['id', 'uuid'],
    agentId: ['agent_id', 'uuid'],
    facilityId: ['facility_id', 'uuid'],
    preference: ['preference', 'text'],
    reason: ['reason', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const rotaTemplateTable: Table<RotaTemplate> = {
  name: 'staffing.rota_template',
  columns: {
    id: ['id', 'uuid'],
    facilityId: ['facility_id', 'uuid'],
    name: ['name', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const rotaSlotTable: Table<RotaSlot> = {
  name: 'staffing.rota_slot',
  columns: {
    id: ['id', 'uuid'],
    templateId: ['template_id', 'uuid'],
    weekday: ['weekday', 'integer'],
    startMinute: ['start_minute', 'integer'],
    durationMinutes: ['duration_minutes', 'integer'],
    breakMinutes: ['break_minutes', 'integer'],
    kind: ['kind', 'text'],
    qualification: ['qualification', 'text'],
    agentId: ['agent_id', 'uuid'],
    note: ['note', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const calendarFeedTable: Table<CalendarFeed> = {
  name: 'staffing.calendar_feed',
  columns: {
    id: ['id', 'uuid'],
    agentId: ['agent_id', 'uuid'],
    tokenHash: ['token_hash', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};
