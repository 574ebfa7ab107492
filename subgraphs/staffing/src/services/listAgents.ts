import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { contains, equals, isAnyOf, sqltag as sql } from '@guildhall/kit/table';
import type { Agent } from '@guildhall/prisma/staffing';
import { qualifications } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';
import { isOrIsUnder } from '../isOrIsUnder.ts';
import { agentTable } from '../tables.ts';
import type { AgentFilter, AgentOrder, InputMaybe } from '../types.generated.ts';

export interface ListAgents extends PageArguments {
  filter?: InputMaybe<AgentFilter>;
  orderBy?: InputMaybe<AgentOrder>;
}

const orderFields = { CREATED_AT: 'createdAt' } as const;

/** The agents the viewer may see, the oldest records first unless ordered otherwise. */
export async function listAgents(
  ctx: Context,
  { filter, orderBy, ...page }: ListAgents,
  selection: ConnectionSelection,
) {
  const order: Order<Agent> = {
    field: orderFields[orderBy?.field ?? 'CREATED_AT'],
    direction: orderBy?.direction ?? 'ASC',
  };
  const where = [];
  if (filter?.personId != null) {
    where.push(equals(agentTable, 'personId', requireId('filter.personId', filter.personId)));
  }
  if (filter?.personIds != null) {
    const ids = filter.personIds.map((id) => requireId('filter.personIds', id));
    where.push(isAnyOf(agentTable, 'personId', ids));
  }
  if (filter?.homeArea != null) where.push(contains(agentTable, 'homeArea', filter.homeArea));
  if (filter?.text != null) where.push(saysOfItself(filter.text));
  if (filter?.qualification != null) {
    where.push(sql`t.id in (select q.agent_id from staffing.agent_qualification q
      where ${isOrIsUnder(sql`q.code`, filter.qualification)}
        and (q.expires_on is null or q.expires_on >= (now() at time zone 'UTC')::date))`);
  }
  if (filter?.workedAtFacilityId != null) {
    const facilityId = requireId('filter.workedAtFacilityId', filter.workedAtFacilityId);
    where.push(sql`t.id in (select s.agent_id from staffing.shift s
      where s.facility_id = ${facilityId}::uuid and s.status in ('assigned', 'completed'))`);
  }
  return connection<Agent>(ctx, { table: agentTable, orderBy: order, where, page, selection });
}

/** A code that is no longer in use is its own name. */
function saysOfItself(text: string) {
  const wanted = text.toLowerCase();
  const isNamedSo = ({ displayName }: { displayName: string }) => displayName.toLowerCase().includes(wanted);
  const [known, named] = [qualifications.all, qualifications.all.filter(isNamedSo)].map((codes) =>
    codes.map(({ code }) => code),
  );
  return sql`(${contains(agentTable, 'homeArea', text)} or t.id in (select q.agent_id
    from staffing.agent_qualification q where q.code = any (${named}::text[])
      or (q.code <> all (${known}::text[]) and strpos(lower(q.code), lower(${text}::text)) > 0)))`;
}
