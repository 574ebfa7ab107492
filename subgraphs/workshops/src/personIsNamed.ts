import { column, type Sql, sqltag as sql, type Table } from '@guildhall/kit/table';

/** Whether the person whose id stands in a field has every word of a text in the name, which `people` keeps. */
export function personIsNamed<Row>(table: Table<Row>, field: keyof Row & string, text: string): Sql {
  return sql`guildhall.person_is_named(${column(table, field)}, ${text}::text)`;
}
