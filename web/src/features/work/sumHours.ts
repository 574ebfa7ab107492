import type { ShiftStatus } from '../../../generated/graphql.ts';

/** A shift as far as its hours count. */
export interface CountedShift {
  readonly status: ShiftStatus;
  readonly plannedMinutes: number;
  readonly workedMinutes: number | null;
}

/** Shifts that take place or took place, and their hours; in minutes. */
export interface Hours {
  readonly count: number;
  readonly planned: number;
  readonly worked: number;
}

/** The hours of shifts; cancelled ones count nowhere. */
export function sumHours(shifts: readonly CountedShift[]): Hours {
  const counted = shifts.filter(({ status }) => status !== 'CANCELLED');
  return {
    count: counted.length,
    planned: counted.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
    worked: counted.reduce((sum, { workedMinutes }) => sum + (workedMinutes ?? 0), 0),
  };
}
