import { formatDay, formatTime, formatZone } from './format.ts';
import type { ZonedInstant } from './zonedInstant.ts';

/**
 * Why a time on a place's clocks cannot be taken as it is: clocks skip it, or show it twice; null when it can. The
 * one that comes twice is for the person to choose of.
 */
export function clockRefusal(
  found: ZonedInstant,
  { day, time, timeZone, locale }: { day: string; time: string; timeZone: string; locale: string },
): string | null {
  if (found.kind === 'one') return null;
  const place = formatZone(timeZone);
  const dayText = formatDay(new Date(`${day}T12:00Z`), { locale, timeZone: 'UTC' });
  if (found.kind === 'skipped') {
    return `${time} does not exist on ${dayText} in ${place}. Clocks go from ${found.from} to ${found.to}.`;
  }
  const [first, second] = [found.first, found.second].map((instant) =>
    formatTime(instant, { locale, timeZone: 'UTC' }),
  );
  return `${time} comes twice on ${dayText} in ${place}, at ${first} and ${second} UTC: choose which.`;
}
