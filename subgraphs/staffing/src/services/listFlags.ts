import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { contains, equals, isAnyOf, sqltag as sql } from '@guildhall/kit/table';
import type { Flag } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { fromFlagStatus, fromFlagSubject } from '../flag.ts';
import { flagTable } from '../tables.ts';
import type { FlagFilter, FlagOrder, FlagSubject, InputMaybe } from '../types.generated.ts';

export interface ListFlags extends PageArguments {
  filter?: InputMaybe<FlagFilter>;
  orderBy?: InputMaybe<FlagOrder>;
}

const orderFields = { CREATED_AT: 'createdAt' } as const;

/** The flags the viewer may see, the oldest first unless ordered otherwise; of one record when it is given. */
export async function listFlags(
  ctx: Context,
  { filter, orderBy, ...page }: ListFlags,
  selection: ConnectionSelection,
  of?: { kind: FlagSubject; id: string },
) {
  const order: Order<Flag> = {
    field: orderFields[orderBy?.field ?? 'CREATED_AT'],
    direction: orderBy?.direction ?? 'ASC',
  };
  const where = conditions(filter ?? {});
  if (of) where.push(equals(flagTable, 'subjectKind', fromFlagSubject(of.kind)));
  return connection<Flag>(ctx, {
    table: flagTable,
    orderBy: order,
    where,
    page,
    selection,
    of: of && { field: 'subjectId', id: of.id },
  });
}

function conditions({ status, subjectKind, subjectId, raisedById, handlerId, text }: FlagFilter) {
  const where = [];
  if (status != null) where.push(isAnyOf(flagTable, 'status', status.map(fromFlagStatus)));
  if (subjectKind != null) where.push(equals(flagTable, 'subjectKind', fromFlagSubject(subjectKind)));
  if (subjectId != null) where.push(equals(flagTable, 'subjectId', requireId('filter.subjectId', subjectId)));
  if (raisedById != null) {
    where.push(equals(flagTable, 'raisedByPersonId', requireId('filter.raisedById', raisedById)));
  }
  if (handlerId != null) {
    where.push(equals(flagTable, 'handlerPersonId', requireId('filter.handlerId', handlerId)));
  }
  if (text != null) {
    where.push(sql`(${contains(flagTable, 'message', text)} or ${contains(flagTable, 'answer', text)})`);
  }
  return where;
}
