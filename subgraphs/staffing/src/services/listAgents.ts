import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { equals } from '@guildhall/kit/table';
import type { Agent } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
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
  return connection<Agent>(ctx, { table: agentTable, orderBy: order, where, page, selection });
}
