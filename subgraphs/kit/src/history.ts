import { connection, type PageArguments } from './connection.ts';
import type { RequestContext } from './context.ts';
import type { ConnectionSelection } from './selection.ts';
import { isAnyOf, sqltag as sql, type Table } from './table.ts';

/** A row of a domain's `history`, which a trigger writes with every change. */
export interface HistoryRow {
  readonly id: bigint;
  readonly at: Date;
  readonly tableName: string;
  /** The key of the record that the change is told of, as text. */
  readonly recordId: string;
  /** insert | update | delete */
  readonly operation: string;
  readonly actorPersonId: string | null;
  readonly actorRole: string | null;
  readonly requestId: string | null;
  readonly oldRow: Readonly<Record<string, unknown>> | null;
  readonly newRow: Readonly<Record<string, unknown>> | null;
}

/** One value that changed, as text; null is no value. */
export interface HistoryChange {
  /** The field's name as the graph writes it, for example startsAt. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What says nothing to a reader: keys and what is kept by the database itself. */
const bookkeeping = new Set(['id', 'created_at', 'updated_at', 'revision']);

/** Which part of a domain's history is told. */
export interface HistoryOf {
  /** The PostgreSQL schema whose history it is. */
  readonly domain: string;
  /** The tables that the record and what belongs to it stand in. */
  readonly tables: readonly string[];
  /**
   * The column of the history that holds the key of the record: `row_id`, the key of the row that changed, unless the
   * domain has one for what belongs to a record, many to one.
   */
  readonly keyColumn?: string;
  /** Columns that follow from others, such as counters: what changed of them alone is not told. */
  readonly derived?: readonly string[];
}

/**
 * The history of records, the newest change first. Records inside a list share one statement.
 *
 * @param recordId The key of the record.
 * @throws GraphQLError BAD_USER_INPUT as {@link connection} does.
 */
export async function listHistory(
  ctx: RequestContext<unknown>,
  { domain, tables, keyColumn = 'row_id', derived = [] }: HistoryOf,
  recordId: string,
  page: PageArguments,
  selection: ConnectionSelection,
) {
  const table = historyTable(domain, keyColumn);
  return connection<HistoryRow>(ctx, {
    table,
    orderBy: { field: 'id', direction: 'DESC' },
    where: [isAnyOf(table, 'tableName', tables), ...saysSomething(derived)],
    page,
    selection,
    of: { field: 'recordId', id: recordId },
  });
}

/**
 * What a change changed, in the order of the names.
 *
 * @param derived Further columns that follow from others and say nothing.
 */
export function changesOf(
  { oldRow, newRow }: Pick<HistoryRow, 'oldRow' | 'newRow'>,
  derived: readonly string[] = [],
): HistoryChange[] {
  const columns = new Set([...Object.keys(oldRow ?? {}), ...Object.keys(newRow ?? {})]);
  return [...columns]
    .filter((column) => !bookkeeping.has(column) && !derived.includes(column))
    .map((column) => ({
      field: column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
      before: toText(oldRow?.[column]),
      after: toText(newRow?.[column]),
    }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

function saysSomething(derived: readonly string[]) {
  if (derived.length === 0) return [];
  return [sql`(t.old_row - ${[...derived]}::text[]) is distinct from (t.new_row - ${[...derived]}::text[])`];
}

function historyTable(domain: string, keyColumn: string): Table<HistoryRow> {
  return {
    name: `${domain}.history`,
    columns: {
      id: ['id', 'bigint'],
      at: ['at', 'timestamptz'],
      tableName: ['table_name', 'text'],
      recordId: [keyColumn, 'text'],
      operation: ['operation', 'text'],
      actorPersonId: ['actor_person_id', 'uuid'],
      actorRole: ['actor_role', 'text'],
      requestId: ['request_id', 'text'],
      oldRow: ['old_row', 'jsonb'],
      newRow: ['new_row', 'jsonb'],
    },
  };
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
