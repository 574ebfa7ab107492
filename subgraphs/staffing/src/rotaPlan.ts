import type { Facility } from '@guildhall/prisma/staffing';
import type { Temporal } from 'temporal-polyfill';

/** A shift as it would be, without what stands in its way. */
export interface DraftShift {
  readonly agentId: string | null;
  readonly kind: string;
  readonly qualification: string | null;
  readonly breakMinutes: number;
  readonly note: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What the clocks on the wall are to show at its start and end. */
  readonly wall: { readonly start: Temporal.PlainDateTime; readonly end: Temporal.PlainDateTime };
}

/** A week as it would be. */
export interface DraftWeek {
  readonly facility: Facility;
  /** Its Monday. */
  readonly week: string;
  /** By start. */
  readonly shifts: readonly DraftShift[];
}

export interface Collision {
  readonly kind: 'AGENT_BUSY' | 'AGENT_NOT_QUALIFIED' | 'ALREADY_THERE' | 'IN_THE_PAST' | 'CLOCK_CHANGE';
  readonly message: string;
  readonly otherShiftId: string | null;
}

/** A limit of rest or hours that a shift would go beyond. */
export interface LimitWarning {
  readonly kind: 'TOO_LITTLE_REST' | 'TOO_MANY_HOURS';
  readonly message: string;
}

export interface PlannedShift extends DraftShift {
  readonly collisions: readonly Collision[];
  /** Limits that it would go beyond; of one that collides, none are told. */
  readonly warnings: readonly LimitWarning[];
}

/** A week as it would be, and what stands in the way. */
export interface RotaPlan extends DraftWeek {
  readonly shifts: readonly PlannedShift[];
  readonly collisionCount: number;
}
