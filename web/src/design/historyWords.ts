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

/** A kind of record that a value of the history can name. */
export type RecordKind = 'person' | 'organisation' | 'facility' | 'agent';

/** A record by its name, with the way to it. */
export interface RecordLink {
  readonly name: string;
  readonly href: string;
}

/** What ids and codes of the history are called. */
export interface HistoryNames {
  /** By id; without those that the reader does not see, and those that are gone. */
  readonly records: ReadonlyMap<string, RecordLink>;
  readonly codes: ReadonlyMap<string, string>;
}

const id = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const kinds: readonly string[] = ['person', 'organisation', 'facility', 'agent'] satisfies RecordKind[];

/** The records that a value names: the word before an id says what it is, or else the name of the field. */
export function recordsIn(field: string, value: string): { id: string; kind: RecordKind }[] {
  return [...value.matchAll(id)].map(({ 0: found, index }) => {
    const word = /(\w+) $/.exec(value.slice(0, index))?.[1] ?? field.replace(/Id$/, '');
    return { id: found, kind: kinds.includes(word) ? (word as RecordKind) : 'person' };
  });
}

/** Fields in which the graph tells what a record has many of: each value is a sentence of codes, days and names. */
const told = new Set(['qualifications', 'preferences', 'memberships', 'calendarFeed', 'requirements']);

/** A value of the history for people: records by their names, instants by the reader's clocks, codes as words. */
export function valueParts(
  field: string,
  value: string,
  reader: Reader,
  { records, codes }: HistoryNames,
): (string | RecordLink)[] {
  const wordsOf = (text: string) => {
    if (!told.has(field)) return codes.get(text) ?? valueInWords(field, text, reader);
    return text.replace(/[^\s]*[^\s:]/g, (word) => codes.get(word) ?? timeInWords(word, reader) ?? word);
  };
  const parts: (string | RecordLink)[] = [];
  let end = 0;
  for (const { 0: found, index } of value.matchAll(id)) {
    if (index > end) parts.push(wordsOf(value.slice(end, index)));
    parts.push(records.get(found) ?? 'name not known');
    end = index + found.length;
  }
  if (end < value.length) parts.push(wordsOf(value.slice(end)));
  return parts;
}

const instant = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const day = /^\d{4}-\d\d-\d\d$/;
const code = /^[a-z]+(_[a-z]+)*$/;
const answers: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

/** Instants by the reader's clocks, minor units as amounts, codes as words. */
function valueInWords(field: string, value: string, reader: Reader): string {
  const time = timeInWords(value, reader);
  if (time !== null) return time;
  if (field.endsWith('Minor') && /^\d+$/.test(value)) {
    return new Intl.NumberFormat(reader.locale, { minimumFractionDigits: 2 }).format(Number(value) / 100);
  }
  return answers[value] ?? (code.test(value) ? value.replaceAll('_', ' ') : value);
}

/** An instant or a day for people; null for anything else. */
function timeInWords(value: string, reader: Reader): string | null {
  if (instant.test(value)) {
    const parsed = new Date(value);
    return Number.isNaN(parsed.getTime()) ? null : formatInstant(parsed, reader);
  }
  return day.test(value)
    ? formatDay(new Date(`${value}T12:00Z`), { ...reader, timeZone: 'UTC' }, new Date(0))
    : null;
}
