import ICAL from 'ical.js';
import { tzlib_get_ical_block as zoneBlock, tzlib_get_timezones as zoneNames } from 'timezones-ical-library';

const names = new Set([zoneNames()].flat());

/** Whether this is the name of a time zone of the IANA database, as it writes them; abbreviations and offsets are none. */
export function isTimeZone(name: string): boolean {
  if (!names.has(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone as calendars describe it (RFC 5545, VTIMEZONE), under this name; null for what is no time zone. */
export function describeTimeZone(name: string): ICAL.Component | null {
  const [block] = names.has(name) ? [zoneBlock(name)].flat() : [];
  if (!block) return null;
  const described = new ICAL.Component(ICAL.parse(block) as unknown[]);
  // Of several names for one zone, the library describes one.
  described.updatePropertyWithValue('tzid', name);
  return described;
}
