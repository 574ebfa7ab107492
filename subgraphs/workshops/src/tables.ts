import type { Table } from '@guildhall/kit/table';
import type {
  Attendee,
  BroughtItem,
  Organizer,
  Participant,
  Workshop,
  WorkshopRequirement,
} from '@guildhall/prisma/workshops';

export const workshopTable: Table<Workshop> = {
  name: 'workshops.workshop',
  columns: {
    id: ['id', 'uuid'],
    title: ['title', 'text'],
    description: ['description', 'text'],
    place: ['place', 'text'],
    link: ['link', 'text'],
    timeZone: ['time_zone', 'text'],
    startsAt: ['starts_at', 'timestamptz'],
    endsAt: ['ends_at', 'timestamptz'],
    startsOn: ['starts_on', 'date'],
    capacity: ['capacity', 'integer'],
    seatsTaken: ['seats_taken', 'integer'],
    waitingCount: ['waiting_count', 'integer'],
    offerHours: ['offer_hours', 'integer'],
    status: ['status', 'text'],
    cancellationReason: ['cancellation_reason', 'text'],
    requirementsVersion: ['requirements_version', 'integer'],
    revision: ['revision', 'integer'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const organizerTable: Table<Organizer> = {
  name: 'workshops.organizer',
  columns: {
    id: ['id', 'uuid'],
    workshopId: ['workshop_id', 'uuid'],
    personId: ['person_id', 'uuid'],
    status: ['status', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

/** A person who could organize a workshop. */
export interface OrganizerCandidate {
  /** The person's. */
  readonly id: string;
  readonly workshopId: string;
  /** Of their latest part in organizing another. */
  readonly createdAt: Date;
}

export const organizerCandidateTable: Table<OrganizerCandidate> = {
  name: 'workshops.organizer_candidate',
  columns: {
    id: ['id', 'uuid'],
    workshopId: ['workshop_id', 'uuid'],
    createdAt: ['created_at', 'timestamptz'],
  },
};

export const participantTable: Table<Participant> = {
  name: 'workshops.participant',
  columns: {
    id: ['id', 'uuid'],
    workshopId: ['workshop_id', 'uuid'],
    personId: ['person_id', 'uuid'],
    status: ['status', 'text'],
    place: ['place', 'integer'],
    offeredUntil: ['offered_until', 'timestamptz'],
    acknowledgedVersion: ['acknowledged_version', 'integer'],
    startsAt: ['starts_at', 'timestamptz'],
    endsAt: ['ends_at', 'timestamptz'],
    cancelledBy: ['cancelled_by', 'text'],
    cancellationReason: ['cancellation_reason', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const attendeeTable: Table<Attendee> = {
  name: 'workshops.attendee',
  columns: {
    id: ['id', 'uuid'],
    workshopId: ['workshop_id', 'uuid'],
    personId: ['person_id', 'uuid'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const workshopRequirementTable: Table<WorkshopRequirement> = {
  name: 'workshops.workshop_requirement',
  columns: {
    id: ['id', 'uuid'],
    workshopId: ['workshop_id', 'uuid'],
    kind: ['kind', 'text'],
    text: ['text', 'text'],
    level: ['level', 'text'],
    sinceVersion: ['since_version', 'integer'],
    untilVersion: ['until_version', 'integer'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};

export const broughtItemTable: Table<BroughtItem> = {
  name: 'workshops.brought_item',
  columns: {
    id: ['id', 'uuid'],
    personId: ['person_id', 'uuid'],
    kind: ['kind', 'text'],
    createdAt: ['created_at', 'timestamptz'],
    updatedAt: ['updated_at', 'timestamptz'],
  },
};
