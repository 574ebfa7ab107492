import type { PageArguments } from '@guildhall/kit/connection';
import { changesOf, type HistoryChange, listHistory } from '@guildhall/kit/history';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Context } from '../context.ts';

/** A record and what belongs to it. */
const tables = {
  workshop: ['workshop', 'workshop_requirement'],
  organizer: ['organizer'],
  participant: ['participant'],
} as const;

/** Columns that follow from others and say nothing beside them. */
const derived = ['seats_taken', 'waiting_count', 'requirements_version', 'starts_on', 'place', 'workshop_id'];

/** Who changed what of a record; support staff alone see history. */
export function recordHistory(
  ctx: Context,
  kind: keyof typeof tables,
  id: string,
  page: PageArguments,
  selection: ConnectionSelection,
) {
  const of = { domain: 'workshops', tables: tables[kind], keyColumn: 'record_id', derived };
  return listHistory(ctx, of, id, page, selection);
}

/** The values that a change changed; a requirement is told as one value of the workshop. */
export function changesOfRecord(
  row: Parameters<typeof changesOf>[0] & { readonly tableName: string },
): HistoryChange[] {
  if (row.tableName !== 'workshop_requirement') return changesOf(row, derived);
  const told = (state: Readonly<Record<string, unknown>> | null) =>
    state === null || state['until_version'] !== null
      ? null
      : `${state['level']} ${state['kind']}: ${state['text']}`;
  const [before, after] = [told(row.oldRow), told(row.newRow)];
  return before === after ? [] : [{ field: 'requirements', before, after }];
}
