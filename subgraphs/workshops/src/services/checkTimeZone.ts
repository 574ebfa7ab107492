import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import { isTimeZone } from '@guildhall/kit/timeZones';

/** What speaks against a time zone, or null. */
export function checkTimeZone(timeZone: string | null | undefined): InvalidInput | null {
  if (timeZone == null || isTimeZone(timeZone)) return null;
  return invalidInput('timeZone', `${timeZone} is no time zone. Write it like Europe/London.`);
}
