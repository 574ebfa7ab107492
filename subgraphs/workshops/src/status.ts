import type {
  CancellationCause,
  OrganizerStatus,
  ParticipantStatus,
  WorkshopStatus,
} from './types.generated.ts';

type Status = WorkshopStatus | ParticipantStatus | OrganizerStatus | CancellationCause | 'MUST' | 'SHOULD';

/** A value as the database writes it, as a value of the GraphQL enum. */
export function toStatus<Value extends Status>(stored: string): Value {
  return stored.toUpperCase() as Value;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromStatus(status: Status): string {
  return status.toLowerCase();
}
