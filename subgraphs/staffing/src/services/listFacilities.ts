import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { contains, equals, sqltag as sql } from '@guildhall/kit/table';
import type { Facility } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { isSaidOf } from '../isSaidOf.ts';
import { facilityTable } from '../tables.ts';
import type { FacilityFilter, FacilityOrder, InputMaybe } from '../types.generated.ts';

export interface ListFacilities extends PageArguments {
  filter?: InputMaybe<FacilityFilter>;
  orderBy?: InputMaybe<FacilityOrder>;
}

const orderFields = { NAME: 'name', CREATED_AT: 'createdAt' } as const;

/** The facilities the viewer may see, by name unless ordered otherwise; of one organisation when it is given. */
export async function listFacilities(
  ctx: Context,
  { filter, orderBy, ...page }: ListFacilities,
  selection: ConnectionSelection,
  of?: { field: 'organisationId'; id: string },
) {
  const order: Order<Facility> = {
    field: orderFields[orderBy?.field ?? 'NAME'],
    direction: orderBy?.direction ?? 'ASC',
  };
  const where = [];
  if (filter?.name != null) where.push(contains(facilityTable, 'name', filter.name));
  if (filter?.text != null) {
    where.push(
      sql`(${contains(facilityTable, 'name', filter.text)} or ${contains(facilityTable, 'address', filter.text)})`,
    );
  }
  if (filter?.timeZone != null) where.push(equals(facilityTable, 'timeZone', filter.timeZone));
  if (filter?.myPreference != null) where.push(isSaidOf(ctx, sql`t.id`, filter.myPreference));
  if (filter?.organisationId != null) {
    where.push(
      equals(facilityTable, 'organisationId', requireId('filter.organisationId', filter.organisationId)),
    );
  }
  return connection<Facility>(ctx, { table: facilityTable, orderBy: order, where, page, selection, of });
}
