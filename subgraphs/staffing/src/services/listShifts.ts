import { type Aggregate, connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { atLeast, atMost, before, contains, equals, isAnyOf } from '@guildhall/kit/table';
import { type Sql, sqltag as sql } from '@guildhall/kit/table';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { isOrIsUnder } from '../isOrIsUnder.ts';
import { isSaidOf } from '../isSaidOf.ts';
import { fromShiftKind, fromShiftStatus } from '../shiftStatus.ts';
import { shiftTable } from '../tables.ts';
import type { InputMaybe, ShiftFilter, ShiftOrder, ShiftTotals } from '../types.generated.ts';

export interface ListShifts extends PageArguments {
  filter?: InputMaybe<ShiftFilter>;
  orderBy?: InputMaybe<ShiftOrder>;
}

const orderFields = { STARTS_AT: 'startsAt', ENDS_AT: 'endsAt', CREATED_AT: 'createdAt' } as const;

const planned = sql`(extract(epoch from t.ends_at - t.starts_at) / 60 - t.break_minutes)`;
const counted = (status: string) =>
  sql`count(*) filter (where t.kind = 'work' and t.status = ${status})::integer`;
const totals: Aggregate<ShiftTotals> = {
  select: sql`
    coalesce(sum(${planned}) filter (where t.kind = 'work' and t.status <> 'cancelled'), 0)::integer as "plannedMinutes",
    coalesce(sum(t.worked_minutes), 0)::integer as "workedMinutes",
    ${counted('open')} as "open",
    ${counted('assigned')} as "assigned",
    ${counted('cancelled')} as "cancelled",
    ${counted('completed')} as "completed",
    count(*) filter (where t.kind = 'placeholder' and t.status <> 'cancelled')::integer as "placeholders"`,
  none: {
    plannedMinutes: 0,
    workedMinutes: 0,
    open: 0,
    assigned: 0,
    cancelled: 0,
    completed: 0,
    placeholders: 0,
  },
};

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
  return connection<Shift, ShiftTotals>(ctx, {
    table: shiftTable,
    orderBy: order,
    where: conditions(ctx, filter ?? {}),
    page,
    selection,
    totals,
    of,
  });
}

function conditions(ctx: Context, filter: ShiftFilter): Sql[] {
  const { status, kind, openOnly, offered, qualification, from, to, startsFrom, startsBefore, text } = filter;
  const where: Sql[] = [];
  for (const field of ['facilityId', 'agentId', 'organisationId'] as const) {
    const id = filter[field];
    if (id != null) where.push(equals(shiftTable, field, requireId(`filter.${field}`, id)));
  }
  if (status != null) where.push(isAnyOf(shiftTable, 'status', status.map(fromShiftStatus)));
  if (kind != null) where.push(equals(shiftTable, 'kind', fromShiftKind(kind)));
  if (openOnly) where.push(equals(shiftTable, 'status', 'open'), equals(shiftTable, 'kind', 'work'));
  if (offered != null) where.push(offered ? sql`t.offered_at is not null` : sql`t.offered_at is null`);
  if (qualification != null) {
    where.push(isOrIsUnder(sql`t.qualification`, qualification));
  }
  // The instants repeat what the days say, a zone's width wider: the indexes know them.
  if (from != null) {
    where.push(
      atLeast(shiftTable, 'startsOn', from),
      sql`t.starts_at >= ${from}::date::timestamp at time zone 'UTC' - interval '14 hours'`,
    );
  }
  if (to != null) {
    where.push(
      atMost(shiftTable, 'startsOn', to),
      sql`t.starts_at < ${to}::date::timestamp at time zone 'UTC' + interval '36 hours'`,
    );
  }
  if (startsFrom != null) where.push(atLeast(shiftTable, 'startsAt', startsFrom));
  if (startsBefore != null) where.push(before(shiftTable, 'startsAt', startsBefore));
  if (filter.claimableBy != null)
    where.push(...claimableBy(requireId('filter.claimableBy', filter.claimableBy)));
  if (filter.myPreference != null) where.push(isSaidOf(ctx, sql`t.facility_id`, filter.myPreference));
  if (filter.withoutAvoided) where.push(sql`not ${isSaidOf(ctx, sql`t.facility_id`, 'AVOID')}`);
  if (text != null) {
    where.push(sql`(${contains(shiftTable, 'note', text)} or t.facility_id in (
      select f.id from staffing.facility f where strpos(lower(f.name), lower(${text}::text)) > 0))`);
  }
  return where;
}

/** Coming shifts that an agent could have: limits of rest and hours are told when the agent claims one. */
function claimableBy(agentId: string): Sql[] {
  return [
    sql`t.starts_at > now()`,
    sql`t.kind = 'work'`,
    sql`(t.status = 'open' or (t.offered_at is not null and t.agent_id <> ${agentId}::uuid))`,
    sql`(t.qualification is null or exists (
      select from staffing.agent_qualification q join staffing.facility f on f.id = t.facility_id
       where q.agent_id = ${agentId}::uuid
         and ${isOrIsUnder(sql`q.code`, sql`t.qualification`)}
         and (q.expires_on is null or q.expires_on >= (t.ends_at at time zone f.time_zone)::date)))`,
    sql`not exists (
      select from staffing.shift o
       where o.agent_id = ${agentId}::uuid and o.status in ('assigned', 'completed')
         and o.starts_at < t.ends_at and o.ends_at > t.starts_at and o.id <> t.id)`,
  ];
}
