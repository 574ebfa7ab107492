import { formatDay, formatInstant, type Reader } from './format.ts';

/** What the graph calls fields, where splitting the name does not say it. */
const names: Readonly<Record<string, string>> = {
  agentId: 'Agent',
  facilityId: 'Facility',
  organisationId: 'Organisation',
  personId: 'Person',
  rateMinor: 'Rate',
  hourlyRateMinor: 'Hourly rate',
  rateCurrency: 'Currency of the rate',
  hourlyRateCurrency: 'Currency of the hourly rate',
  startsAt: 'Start',
  endsAt: 'End',
  breakMinutes: 'Break in minutes',
  workedMinutes: 'Worked minutes',
  timeZone: 'Time zone',
};

/** The name of a field of the history for people: `Home area` of `homeArea`. */
export function nameOfField(field: string): string {
  const words = field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return names[field] ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d$/;
const code = /^[a-z]+(_[a-z]+)*$/;

/** A value of the history for people: instants by the reader's clocks, minor units as amounts, codes as words. */
export function valueInWords(field: string, value: string, reader: Reader): string {
  if (instant.test(value)) {
    const parsed = new Date(value);
    return Number.isNaN(parsed.getTime()) ? value : formatInstant(parsed, reader);
  }
  if (day.test(value)) {
    return formatDay(new Date(`${value}T12:00Z`), { ...reader, timeZone: 'UTC' }, new Date(0));
  }
  if (field.endsWith('Minor') && /^\d+$/.test(value)) {
    return new Intl.NumberFormat(reader.locale, { minimumFractionDigits: 2 }).format(Number(value) / 100);
  }
  return code.test(value) ? value.replaceAll('_', ' ') : value;
}
