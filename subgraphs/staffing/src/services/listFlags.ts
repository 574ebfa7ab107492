import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { atLeast, before, contains, equals, isAnyOf, sqltag as sql } from '@guildhall/kit/table';
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

function conditions(filter: FlagFilter) {
  const { status, subjectKind, subjectId, facilityId, agentId, organisationId } = filter;
  const { raisedById, handlerId, raisedFrom, raisedBefore, text } = filter;
  const where = [];
  if (facilityId != null) {
    const id = requireId('filter.facilityId', facilityId);
    where.push(sql`(t.subject_kind = 'facility' and t.subject_id = ${id}::uuid or t.subject_kind = 'shift'
      and exists (select from staffing.shift s where s.id = t.subject_id and s.facility_id = ${id}::uuid))`);
  }
  if (agentId != null) {
    const id = requireId('filter.agentId', agentId);
    where.push(sql`(t.subject_kind = 'agent' and t.subject_id = ${id}::uuid or t.subject_kind = 'shift'
      and exists (select from staffing.shift s where s.id = t.subject_id and s.agent_id = ${id}::uuid))`);
  }
  if (organisationId != null) {
    const id = requireId('filter.organisationId', organisationId);
    where.push(equals(flagTable, 'raisedByOrganisationId', id));
  }
  if (raisedFrom != null) where.push(atLeast(flagTable, 'createdAt', raisedFrom));
  if (raisedBefore != null) where.push(before(flagTable, 'createdAt', raisedBefore));
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
