import { join, raw, type Sql, sqltag as sql } from '@prisma/client/runtime/client';
import type { Viewer } from './viewer.ts';

export { type Sql, sqltag } from '@prisma/client/runtime/client';

/** The PostgreSQL types that a column of a connection may have. */
export type ColumnType =
  'uuid' | 'text' | 'timestamptz' | 'date' | 'integer' | 'bigint' | 'boolean' | 'jsonb';

/** A table as a connection reads it: Prisma's field names, each with its column and type. */
export interface Table<Row> {
  /** Schema and table, for example `staffing.shift`. */
  readonly name: string;
  /** Every field of the model: `[column, type]`. */
  readonly columns: { readonly [Field in keyof Row & string]: readonly [column: string, type: ColumnType] };
  /**
   * At most these rows of the alias `t` are the viewer's, told to the planner once more: the row policies alone
   * decide, but those of all roles stand in one condition that no index knows. Null: nothing to tell.
   */
  readonly reach?: (viewer: Viewer) => Sql | null;
}

const identifier = /^[a-z_][a-z0-9_]*$/;

/** A column of the row that is read, qualified: `t."starts_at"`. */
export function column<Row>(table: Table<Row>, field: keyof Row & string): Sql {
  const [name] = table.columns[field];
  if (!identifier.test(name)) throw new Error(`${name} is no plain column name`);
  return raw(`t."${name}"`);
}

/** A value as a parameter of the field's type: `$1::timestamptz`. */
export function parameter<Row>(table: Table<Row>, field: keyof Row & string, value: unknown): Sql {
  return sql`${value}::${raw(table.columns[field][1])}`;
}

/** `field = value`; null matches nothing, as in SQL. */
export function equals<Row>(table: Table<Row>, field: keyof Row & string, value: unknown): Sql {
  return sql`${column(table, field)} = ${parameter(table, field, value)}`;
}

const selectLists = new WeakMap<object, Sql>();

/** The table's columns under Prisma's field names, so that a raw row is a model's row. */
export function selectList<Row>(table: Table<Row>): Sql {
  let list = selectLists.get(table);
  if (!list) {
    const fields = Object.keys(table.columns) as (keyof Row & string)[];
    list = raw(fields.map((field) => `${column(table, field).sql} as "${field}"`).join(', '));
    selectLists.set(table, list);
  }
  return list;
}

/** `t."name", t."id"`: ascending by the one and then the other. */
export function orderedBy<Row>(table: Table<Row>, fields: readonly (keyof Row & string)[]): Sql {
  return join(fields.map((field) => column(table, field)));
}

/** The table under the alias `t`. */
export function from<Row>(table: Table<Row>): Sql {
  if (!table.name.split('.').every((part) => identifier.test(part))) {
    throw new Error(`${table.name} is no plain table name`);
  }
  return raw(`${table.name} t`);
}

/** The field is one of the values; of none when there are no values. */
export function isAnyOf<Row>(table: Table<Row>, field: keyof Row & string, values: readonly unknown[]): Sql {
  // An index keeps its order behind an equality, and loses it behind a list.
  if (values.length === 1) return equals(table, field, values[0]);
  return isAmong(table, field, values);
}

/** The same by one text of SQL, however many values there are. */
export function isAmong<Row>(table: Table<Row>, field: keyof Row & string, values: readonly unknown[]): Sql {
  return sql`${column(table, field)} = any (${[...values]}::${raw(table.columns[field][1])}[])`;
}

/** The field contains the text, in any case. */
export function contains<Row>(table: Table<Row>, field: keyof Row & string, text: string): Sql {
  return sql`strpos(lower(${column(table, field)}), lower(${text}::text)) > 0`;
}

/** The field is this value or a larger one. */
export function atLeast<Row>(table: Table<Row>, field: keyof Row & string, value: unknown): Sql {
  return sql`${column(table, field)} >= ${parameter(table, field, value)}`;
}

/** The field is smaller than this value. */
export function before<Row>(table: Table<Row>, field: keyof Row & string, value: unknown): Sql {
  return sql`${column(table, field)} < ${parameter(table, field, value)}`;
}

/** The field is this value or a smaller one. */
export function atMost<Row>(table: Table<Row>, field: keyof Row & string, value: unknown): Sql {
  return sql`${column(table, field)} <= ${parameter(table, field, value)}`;
}
