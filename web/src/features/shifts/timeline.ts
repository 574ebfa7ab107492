import { addDays } from '../../design/calendar.ts';
import { zonedInstant } from '../../design/zonedInstant.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What a shift is changed by: its start, its end, or the whole of it. */
export type TimelinePart = 'start' | 'end' | 'whole';

/** When a shift is, in milliseconds. */
export interface TimelineTimes {
  readonly start: number;
  readonly end: number;
}

/** The steps in which times are dragged. */
export const step = 15 * minute;
/** The shortest and the longest shift that a drag makes. */
const [least, most] = [step, 24 * hour];

/** The first instant of a day on the clocks of a place; some skip midnight. */
export function startOfDay(day: string, timeZone: string): number {
  const found = zonedInstant(day, '00:00', timeZone);
  if (found.kind === 'skipped') {
    const later = zonedInstant(day, found.to, timeZone);
    if (later.kind === 'one') return later.instant.getTime();
  }
  return (
    found.kind === 'one' ? found.instant : found.kind === 'twice' ? found.first : new Date(day)
  ).getTime();
}

/**
 * What a day's timeline spans: from midnight on, to the next one or the full hour at which the last of its shifts ends.
 *
 * @returns the instants of its hours, the last one its end: 24 and more, 23 or 25 to midnight when clocks change.
 */
export function timelineHours(day: string, timeZone: string, shifts: readonly TimelineTimes[]): number[] {
  const start = startOfDay(day, timeZone);
  const last = Math.max(startOfDay(addDays(day, 1), timeZone), ...shifts.map(({ end }) => end));
  return Array.from({ length: Math.ceil((last - start) / hour) + 1 }, (_, n) => start + n * hour);
}

/**
 * The times of a shift of which a part is dragged by some milliseconds: in whole steps of the clock, so that an end
 * stays after its start and within a day of it. What begins on the day goes on beginning there.
 *
 * @param bounds the first instant of the day, and that of the next one.
 */
export function dragged(
  { start, end }: TimelineTimes,
  part: TimelinePart,
  by: number,
  [first, next]: readonly [number, number],
): TimelineTimes {
  const toStep = (instant: number) => first + Math.round((instant - first) / step) * step;
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  if (by === 0) return { start, end };
  if (part === 'end') return { start, end: within(toStep(end + by), start + least, start + most) };
  if (part === 'start') {
    const earliest = Math.max(first, end - most);
    return { start: within(toStep(start + by), earliest, Math.min(end - least, next - step)), end };
  }
  const moved = within(toStep(start + by), first, next - step);
  return { start: moved, end: moved + (end - start) };
}

/** How far a key drags: arrows by a step, PageUp and PageDown by an hour; null for other keys. */
export function dragByKey(key: string): number | null {
  switch (key) {
    case 'ArrowLeft':
      return -step;
    case 'ArrowRight':
      return step;
    case 'PageDown':
      return -hour;
    case 'PageUp':
      return hour;
    default:
      return null;
  }
}
