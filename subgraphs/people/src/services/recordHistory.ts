import { changesOf, type HistoryChange, type HistoryRow, listHistory } from '@guildhall/kit/history';
import type { PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Context } from '../context.ts';

/** A record and what belongs to it. */
const tables = {
  person: ['person', 'contact', 'membership'],
  organisation: ['organisation'],
} as const;

/** Who changed what of a record; support staff alone see history. */
export function recordHistory(
  ctx: Context,
  kind: keyof typeof tables,
  id: string,
  page: PageArguments,
  selection: ConnectionSelection,
) {
  const of = { domain: 'people', tables: tables[kind], keyColumn: 'record_id' };
  return listHistory(ctx, of, id, page, selection);
}

/** The values that a change changed; a membership is told as one value of the field in which the graph has them. */
export function changesOfRecord(row: HistoryRow): HistoryChange[] {
  const { tableName, oldRow, newRow } = row;
  if (tableName !== 'membership') return changesOf(row, ['person_id']);
  const [before, after] = [oldRow && membershipText(oldRow), newRow && membershipText(newRow)];
  return before === after ? [] : [{ field: 'memberships', before, after }];
}

const membershipText = ({ role, organisation_id: organisation }: NonNullable<HistoryRow['newRow']>) =>
  `${role} of organisation ${organisation}`;
