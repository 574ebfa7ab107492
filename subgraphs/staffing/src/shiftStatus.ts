import type { ShiftKind, ShiftStatus } from './types.generated.ts';

/** The status as the database writes it, as a value of the GraphQL enum. */
export function toShiftStatus(stored: string): ShiftStatus {
  return stored.toUpperCase() as ShiftStatus;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromShiftStatus(status: ShiftStatus): string {
  return status.toLowerCase();
}

/** The kind as the database writes it, as a value of the GraphQL enum. */
export function toShiftKind(stored: string): ShiftKind {
  return stored.toUpperCase() as ShiftKind;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromShiftKind(kind: ShiftKind): string {
  return kind.toLowerCase();
}
