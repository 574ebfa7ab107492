import { parseTime } from '../parseTime.ts';
import { clockRefusal } from '../clockRefusal.ts';
import { zonedInstant } from '../zonedInstant.ts';
import type { Refusal } from '../../graph/actionResult.ts';

/** Days and times on the clocks of a place, as a form has them. */
export interface SpanTimes {
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
}

const refusal = (field: string, message: string): Refusal => ({ __typename: 'InvalidInput', field, message });

/** The instants of a span of time, or why a time cannot be taken. Of a time that clocks show twice, the first is meant. */
export function spanInstants(
  times: SpanTimes,
  timeZone: string,
  locale: string,
): { startsAt: string; endsAt: string } | Refusal {
  const found: string[] = [];
  for (const which of ['start', 'end'] as const) {
    const [day, typed] = [times[`${which}Day`], times[`${which}Time`]];
    const time = parseTime(typed);
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return refusal(`${which}Day`, 'Choose a day.');
    if (time === null) return refusal(`${which}Time`, 'This is no time: type it like 07:30.');
    const instant = zonedInstant(day, time, timeZone);
    if (instant.kind === 'skipped') {
      return refusal(`${which}Time`, clockRefusal(instant, { day, time, timeZone, locale })!);
    }
    found.push((instant.kind === 'one' ? instant.instant : instant.first).toISOString());
  }
  return { startsAt: found[0]!, endsAt: found[1]! };
}
