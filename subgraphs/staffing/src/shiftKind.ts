import type { ShiftKind } from './types.generated.ts';

/** The kind as the database writes it, as a value of the GraphQL enum. */
export function toShiftKind(stored: string): ShiftKind {
  return stored.toUpperCase() as ShiftKind;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromShiftKind(kind: ShiftKind): string {
  return kind.toLowerCase();
}
