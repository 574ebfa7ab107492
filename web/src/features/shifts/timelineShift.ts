import type { ShiftFieldsFragment } from '../../../generated/graphql.ts';
import type { StatusTone } from '../../design/StatusTag.tsx';
import { shiftStatus } from './shiftStatus.ts';
import type { TimelineTimes } from './timeline.ts';

/** A shift as a day's timeline shows it. */
export interface TimelineShift extends TimelineTimes {
  readonly id: string;
  readonly revision: number;
  /** What it takes: shifts of a kind stand together. */
  readonly group: string;
  /** Who has it, or how it stands. */
  readonly name: string;
  readonly word: string;
  readonly tone: StatusTone;
  /** Whether its times can be dragged: of what is coming and begins on the day. */
  readonly canChange: boolean;
}

/** @param first the instant at which the day begins. */
export function timelineShift(shift: ShiftFieldsFragment, first: number): TimelineShift {
  const { word, tone } = shiftStatus(shift);
  const start = Date.parse(shift.startsAt);
  const isLive = shift.status === 'OPEN' || shift.status === 'ASSIGNED';
  return {
    id: shift.id,
    revision: shift.revision,
    start,
    end: Date.parse(shift.endsAt),
    group:
      shift.kind === 'PLACEHOLDER' ? 'Kept free' : (shift.qualification?.displayName ?? 'Any qualification'),
    name: shift.agent ? (shift.agent.person?.name ?? 'Name not known') : word,
    word,
    tone,
    canChange: isLive && start >= first,
  };
}
