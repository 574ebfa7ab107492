import { type Sql, sqltag as sql } from '@guildhall/kit/table';
import type { Context } from './context.ts';
import type { Preference } from './types.generated.ts';

/**
 * Whether the agent who asks has said this of a facility. Row policies show an agent no preference but their own; of
 * others nothing is said.
 *
 * @param facilityId An expression of SQL.
 */
export function isSaidOf(ctx: Context, facilityId: Sql, preference: Preference): Sql {
  if (ctx.viewer.role !== 'agent') return sql`false`;
  return sql`(${facilityId} in (select p.facility_id from staffing.facility_preference p
    where p.preference = ${preference.toLowerCase()}))`;
}
