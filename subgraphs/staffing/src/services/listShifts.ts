import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { atLeast, before, equals, isAnyOf } from '@guildhall/kit/table';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { fromShiftStatus } from '../shiftStatus.ts';
import { shiftTable } from '../tables.ts';
import type { InputMaybe, ShiftFilter, ShiftOrder } from '../types.generated.ts';

export interface ListShifts extends PageArguments {
  filter?: InputMaybe<ShiftFilter>;
  orderBy?: InputMaybe<ShiftOrder>;
}

const orderFields = { STARTS_AT: 'startsAt', ENDS_AT: 'endsAt' } as const;

/** The shifts the viewer may see, by start unless ordered otherwise; of one facility or agent when it is given. */
export async function listShifts(
  ctx: Context,
  { filter, orderBy, ...page }: ListShifts,
  selection: ConnectionSelection,
  of?: { field: 'facilityId' | 'agentId'; id: string },
) {
  const order: Order<Shift> = {
    field: orderFields[orderBy?.field ?? 'STARTS_AT'],
    direction: orderBy?.direction ?? 'ASC',
  };
  return connection<Shift>(ctx, {
    table: shiftTable,
    orderBy: order,
    where: conditions(filter ?? {}),
    page,
    selection,
    of,
  });
}

function conditions({ facilityId, agentId, status, startsFrom, startsBefore }: ShiftFilter) {
  const where = [];
  if (facilityId != null) {
    where.push(equals(shiftTable, 'facilityId', requireId('filter.facilityId', facilityId)));
  }
  if (agentId != null) where.push(equals(shiftTable, 'agentId', requireId('filter.agentId', agentId)));
  if (status != null) where.push(isAnyOf(shiftTable, 'status', status.map(fromShiftStatus)));
  if (startsFrom != null) where.push(atLeast(shiftTable, 'startsAt', startsFrom));
  if (startsBefore != null) where.push(before(shiftTable, 'startsAt', startsBefore));
  return where;
}
