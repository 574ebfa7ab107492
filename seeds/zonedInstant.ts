const clocks = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * The instant at which clocks in a time zone show a time of day.
 *
 * @param day The UTC midnight of the calendar day.
 * @param minutes The time of day on the wall, in minutes after midnight.
 * @param timeZone IANA, for example `Europe/London`.
 */
export function zonedInstant(day: Date, minutes: number, timeZone: string): Date {
  const wall = day.getTime() + minutes * 60_000;
  // The offset at the guess may differ from that at the result when the clocks change in between: once more.
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / 900_000) * 900_000; // Clocks change on the quarter, if at all.
  const key = `${timeZone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const parts = clockOf(timeZone).formatToParts(quarter);
    const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
    offset = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute) - quarter;
    offsets.set(key, offset);
  }
  return offset;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const numeric = 'numeric';
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}
