import { type Sql, sqltag as sql } from '@guildhall/kit/table';

/**
 * Whether a code that is stored is the one that is wanted, or stands under it, as `Codes.covers` says: codes that are
 * gone from the reference data do so by their names.
 */
export function isOrIsUnder(stored: Sql, wanted: Sql | string): Sql {
  const code = typeof wanted === 'string' ? sql`${wanted}::text` : wanted;
  return sql`(${stored} = ${code} or starts_with(${stored}, ${code} || '.'))`;
}
