import { changesOf, listHistory } from '@guildhall/kit/history';
import type { PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Context } from '../context.ts';

/** A record and what is kept beside it under the same key. */
const tables = { facility: ['facility'], agent: ['agent', 'agent_private'], shift: ['shift'] } as const;

/** Columns that follow from others. */
const derived = ['organisation_id', 'starts_on'];

/** Who changed what of a record; support staff alone see history. */
export function recordHistory(
  ctx: Context,
  kind: keyof typeof tables,
  id: string,
  page: PageArguments,
  selection: ConnectionSelection,
) {
  return listHistory(ctx, 'staffing', tables[kind], id, page, selection);
}

/** The values that a change changed. A facility's organisation is no derived value, but its shifts' is. */
export function changesOfRecord(row: Parameters<typeof changesOf>[0] & { tableName: string }) {
  return changesOf(row, row.tableName === 'shift' ? derived : []);
}
