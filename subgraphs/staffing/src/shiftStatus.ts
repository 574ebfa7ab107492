import type { ShiftStatus } from './types.generated.ts';

/** The status as the database writes it, as a value of the GraphQL enum. */
export function toShiftStatus(stored: string): ShiftStatus {
  return stored.toUpperCase() as ShiftStatus;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromShiftStatus(status: ShiftStatus): string {
  return status.toLowerCase();
}
