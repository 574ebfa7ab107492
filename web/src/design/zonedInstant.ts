import { dateFormat } from './cachedFormats.ts';

/** What a time on the clocks of a place is: one instant, none because clocks skip it, or two. */
export type ZonedInstant =
  | { kind: 'one'; instant: Date }
  /** Clocks go from `from` to `to` (HH:MM) and never show the time. */
  | { kind: 'skipped'; from: string; to: string }
  | { kind: 'twice'; first: Date; second: Date };

const hour = 3_600_000;

/**
 * Finds the instant at which the clocks of a zone show a time.
 *
 * @param day as `2026-10-24`.
 * @param time as `07:30`.
 * @param timeZone an IANA zone.
 */
export function zonedInstant(day: string, time: string, timeZone: string): ZonedInstant {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // Zones change by less than a day: the offsets around the time are all that can hold at it.
  const offsets = [offsetAt(wall - 24 * hour, timeZone), offsetAt(wall + 24 * hour, timeZone)];
  const instants = [...new Set(offsets.map((offset) => wall - offset))]
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
    .toSorted((a, b) => a - b);
  const [first, second] = instants;
  if (first === undefined) {
    const change = findChange(wall - 24 * hour, wall + 24 * hour, timeZone);
    const show = (ms: number) => new Date(ms).toISOString().slice(11, 16);
    return {
      kind: 'skipped',
      from: show(change + offsetAt(change - 60_000, timeZone)),
      to: show(change + offsetAt(change, timeZone)),
    };
  }
  if (second === undefined) return { kind: 'one', instant: new Date(first) };
  return { kind: 'twice', first: new Date(first), second: new Date(second) };
}

/** How far the clocks of a zone are before UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = Object.fromEntries(
    dateFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour: hours, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hours, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** The minute at which a zone's offset changes between two instants. */
function findChange(from: number, to: number, timeZone: string): number {
  let before = Math.floor(from / 60_000);
  let after = Math.ceil(to / 60_000);
  const offset = offsetAt(from, timeZone);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * 60_000, timeZone) === offset) before = middle;
    else after = middle;
  }
  return after * 60_000;
}
