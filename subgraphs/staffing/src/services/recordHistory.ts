import { changesOf, type HistoryChange, listHistory } from '@guildhall/kit/history';
import type { PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Context } from '../context.ts';

/** A record and what belongs to it. */
const tables = {
  facility: ['facility'],
  agent: ['agent', 'agent_private', 'agent_qualification', 'facility_preference', 'calendar_feed'],
  shift: ['shift'],
} as const;

/** Columns that say nothing beside others: they follow from them, or name the record itself. */
const derived: Record<string, readonly string[]> = {
  shift: ['organisation_id', 'starts_on'],
  agent_private: ['agent_id'],
};

type StoredRow = Readonly<Record<string, unknown>>;

/** What a record has many of is told as one value of the field in which the graph has them. */
const belonging: Record<string, { field: string; text: (row: StoredRow) => string }> = {
  agent_qualification: {
    field: 'qualifications',
    text: ({ code, expires_on: day }) => (day ? `${code} until ${day}` : `${code}`),
  },
  facility_preference: {
    field: 'preferences',
    text: ({ preference, facility_id: facility, reason }) =>
      `${preference} facility ${facility}${reason ? `: ${reason}` : ''}`,
  },
  calendar_feed: { field: 'calendarFeed', text: ({ created_at: instant }) => `made ${instant}` },
};

/** Who changed what of a record; support staff alone see history. */
export function recordHistory(
  ctx: Context,
  kind: keyof typeof tables,
  id: string,
  page: PageArguments,
  selection: ConnectionSelection,
) {
  const of = { domain: 'staffing', tables: tables[kind], keyColumn: 'record_id' };
  return listHistory(ctx, of, id, page, selection);
}

/** The values that a change changed. */
export function changesOfRecord(
  row: Parameters<typeof changesOf>[0] & { readonly tableName: string },
): HistoryChange[] {
  const { tableName, oldRow, newRow } = row;
  const one = belonging[tableName];
  if (!one) return changesOf(row, derived[tableName]);
  const { field, text } = one;
  const [before, after] = [oldRow && text(oldRow), newRow && text(newRow)];
  return before === after ? [] : [{ field, before, after }];
}
