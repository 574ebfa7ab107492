import type { RecordValues } from '../../design/records/recordFields.ts';
import { type SpanTimes, spanInstants } from '../../design/records/spanInstants.ts';
import type { Refusal } from '../../graph/actionResult.ts';

const times = ['startDay', 'startTime', 'endDay', 'endTime', 'timeZone'];
const numbers = ['capacity', 'offerHours'] as const;

/** What mutations of workshops take, as far as a form says it. */
export interface WorkshopInput {
  title?: string;
  description?: string | null;
  place?: string | null;
  link?: string | null;
  timeZone?: string;
  startsAt?: string;
  endsAt?: string;
  capacity?: number;
  offerHours?: number;
}

/**
 * What of a form is sent, or why it cannot be. A zone alone that changes moves the workshop: its times on the clock stay.
 *
 * @param changed the names of what is sent.
 */
export function workshopInput(
  values: RecordValues,
  changed: readonly string[],
  locale: string,
): WorkshopInput | Refusal {
  const input: WorkshopInput = {};
  if (changed.includes('title')) input.title = values['title']!.trim();
  for (const name of ['description', 'place', 'link'] as const) {
    if (changed.includes(name)) input[name] = values[name]!.trim() || null;
  }
  for (const name of numbers) {
    if (!changed.includes(name)) continue;
    const typed = values[name]!.trim();
    if (!/^\d{1,6}$/.test(typed)) return refusal(name, 'This is a whole number, for example 20.');
    input[name] = Number(typed);
  }
  if (changed.some((name) => times.includes(name))) {
    const timeZone = values['timeZone']!.trim();
    if (!isTimeZone(timeZone)) {
      return refusal('timeZone', `No zone is called ${timeZone || 'nothing'}: type it like Europe/London.`);
    }
    const instants = spanInstants(values as unknown as SpanTimes, timeZone, locale);
    if ('message' in instants) return instants;
    if (instants.endsAt <= instants.startsAt) return refusal('endTime', 'It ends after it starts.');
    Object.assign(input, { timeZone, ...instants });
  }
  return input;
}

const refusal = (field: string, message: string): Refusal => ({ __typename: 'InvalidInput', field, message });

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
