import { connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import {
  atLeast,
  atMost,
  before,
  contains,
  equals,
  isAnyOf,
  type Sql,
  sqltag as sql,
} from '@guildhall/kit/table';
import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { fromStatus } from '../status.ts';
import { workshopTable } from '../tables.ts';
import type { InputMaybe, WorkshopFilter, WorkshopOrder } from '../types.generated.ts';

export interface ListWorkshops extends PageArguments {
  filter?: InputMaybe<WorkshopFilter>;
  orderBy?: InputMaybe<WorkshopOrder>;
}

const orderFields = { STARTS_AT: 'startsAt', TITLE: 'title', CREATED_AT: 'createdAt' } as const;

/** The workshops the viewer may see, by start unless ordered otherwise. */
export async function listWorkshops(
  ctx: Context,
  { filter, orderBy, ...page }: ListWorkshops,
  selection: ConnectionSelection,
) {
  return connection<Workshop>(ctx, {
    table: workshopTable,
    orderBy: {
      field: orderFields[orderBy?.field ?? 'STARTS_AT'],
      direction: orderBy?.direction ?? 'ASC',
    },
    where: conditions(ctx, filter ?? {}),
    page,
    selection,
  });
}

function conditions(ctx: Context, filter: WorkshopFilter): Sql[] {
  const { text, place, online, status, from, to, startsFrom, startsBefore } = filter;
  const { hasSeats, requirementsMet, managedByMe } = filter;
  const where: Sql[] = [];
  if (text != null) {
    const [title, description, at] = (['title', 'description', 'place'] as const).map((field) =>
      contains(workshopTable, field, text),
    );
    where.push(sql`(${title!} or ${description!} or ${at!})`);
  }
  if (place != null) where.push(contains(workshopTable, 'place', place));
  if (online != null) where.push(online ? sql`t.link is not null` : sql`t.link is null`);
  if (status != null) where.push(isAnyOf(workshopTable, 'status', status.map(fromStatus)));
  // The instants repeat what the days say, a zone's width wider: the indexes know them.
  if (from != null) {
    where.push(
      atLeast(workshopTable, 'startsOn', from),
      sql`t.starts_at >= ${from}::date::timestamp at time zone 'UTC' - interval '14 hours'`,
    );
  }
  if (to != null) {
    where.push(
      atMost(workshopTable, 'startsOn', to),
      sql`t.starts_at < ${to}::date::timestamp at time zone 'UTC' + interval '36 hours'`,
    );
  }
  if (startsFrom != null) where.push(atLeast(workshopTable, 'startsAt', startsFrom));
  if (startsBefore != null) where.push(before(workshopTable, 'startsAt', startsBefore));
  if (hasSeats != null) {
    const free = sql`(t.status = 'published' and t.starts_at > now() and t.waiting_count = 0 and t.seats_taken < t.capacity)`;
    where.push(hasSeats ? free : sql`not ${free}`);
  }
  if (requirementsMet != null) where.push(requirementsMet ? sql`not ${isUnmet(ctx)}` : isUnmet(ctx));
  if (managedByMe != null && ctx.viewer.role !== 'company') {
    const managed = sql`t.id = any ((select workshops.managed_workshops())::uuid[])`;
    where.push(managedByMe ? managed : sql`not ${managed}`);
  }
  if (managedByMe === false && ctx.viewer.role === 'company') where.push(equals(workshopTable, 'id', null));
  return where;
}

/** Whether a must is not among what the viewer brings. */
function isUnmet(ctx: Context): Sql {
  return sql`exists (
    select from workshops.workshop_requirement r
     where r.workshop_id = t.id and r.until_version is null and r.level = 'must'
       and not exists (
         select from workshops.brought_item b
          where b.person_id = ${ctx.viewer.personId}::uuid and b.kind = r.kind))`;
}
