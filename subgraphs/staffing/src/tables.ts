import type { Table } from '@guildhall/kit/table';
import type { Agent, Facility, Shift } from '@guildhall/prisma/staffing';

export const facilityTable: Table<Facility> = {
  name: 'staffing.facility',
  columns: {
    id: ['id', 'uuid'],
    organisationId: ['organisation_id', 'uuid'],
    name: ['name', 'text'],
    timeZone: ['time_zone', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const agentTable: Table<Agent> = {
  name: 'staffing.agent',
  columns: {
    id: ['id', 'uuid'],
    personId: ['person_id', 'uuid'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const shiftTable: Table<Shift> = {
  name: 'staffing.shift',
  columns: {
    id: ['id', 'uuid'],
    facilityId: ['facility_id', 'uuid'],
    agentId: ['agent_id', 'uuid'],
    startsAt: ['starts_at', 'timestamptz'],
    endsAt: ['ends_at', 'timestamptz'],
    status: ['status', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};
