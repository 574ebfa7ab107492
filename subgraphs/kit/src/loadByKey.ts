import type { RequestContext } from './context.ts';
import { isId } from './id.ts';
import { from, isAmong, orderedBy, selectList, sqltag as sql, type Table } from './table.ts';

/**
 * Loads a row by a key that is a UUID, batched: all keys of a request that are asked for of one table and field
 * cost one statement.
 *
 * @param key The field of the row that holds the key.
 * @returns The row, or null when there is none that the viewer may see, or the key is no UUID.
 */
export function loadByKey<Row>(
  ctx: RequestContext<unknown>,
  table: Table<Row>,
  key: keyof Row & string,
  value: string,
): Promise<Row | null> {
  // Lists ask for the same few rows again and again: that takes no promise more.
  const found = ctx.once(keyOf(table, key), () => new Map<string, Promise<Row | null>>());
  let row = found.get(value);
  if (!row) {
    row = isId(value) ? loaderOf(ctx, table, key).load(value.toLowerCase()) : Promise.resolve(null);
    found.set(value, row);
  }
  return row;
}

const keys = new WeakMap<object, Record<string, object>>();

/** The same object for the same field of a table. */
function keyOf<Row>(table: Table<Row>, field: keyof Row & string): object {
  let ofTable = keys.get(table);
  if (!ofTable) keys.set(table, (ofTable = {}));
  return (ofTable[field] ??= {});
}

function loaderOf<Row>(ctx: RequestContext<unknown>, table: Table<Row>, key: keyof Row & string) {
  return ctx.loader<string, Row>(`${table.name} by ${key}`, async (values) => {
    const rows = await ctx.read<Row>(
      sql`select ${selectList(table)} from ${from(table)} where ${isAmong(table, key, values)}`,
      'kept',
    );
    return new Map(rows.map((row) => [String(row[key]), row]));
  });
}

/**
 * The loader of the rows that share a key which is a UUID, batched likewise: for what has so few rows that nobody
 * pages them.
 *
 * @param key The field of the rows that holds the key.
 * @param order What the rows of a key are ordered by, ascending.
 */
export function rowsOfKey<Row>(
  ctx: RequestContext<unknown>,
  table: Table<Row>,
  key: keyof Row & string,
  order: readonly (keyof Row & string)[],
): RowsOfKey<Row> {
  const loader = ctx.loader<string, Row[]>(`${table.name} of ${key} by ${order.join()}`, async (values) => {
    const rows = await ctx.read<Row>(
      sql`select ${selectList(table)} from ${from(table)} where ${isAmong(table, key, values)} order by ${orderedBy(table, order)}`,
      'kept',
    );
    return Map.groupBy(rows, (row) => String(row[key]));
  });
  return {
    load: async (value) => (await loader.load(value)) ?? [],
    forget: (value) => void loader.clear(value),
  };
}

export interface RowsOfKey<Row> {
  /** The rows of this key that the viewer may see. */
  load(value: string): Promise<Row[]>;
  /** Has the rows of this key read anew, since they changed. */
  forget(value: string): void;
}
