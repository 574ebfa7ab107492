import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { workshopTable } from '../tables.ts';
import type { InputMaybe, WorkshopOrder } from '../types.generated.ts';

export interface ListWorkshops extends PageArguments {
  orderBy?: InputMaybe<WorkshopOrder>;
}

const orderFields = { NAME: 'name', CREATED_AT: 'createdAt' } as const;

/** The workshops the viewer may see, by name unless ordered otherwise. */
export async function listWorkshops(
  ctx: Context,
  { orderBy, ...page }: ListWorkshops,
  selection: ConnectionSelection,
) {
  const order: Order<Workshop> = {
    field: orderFields[orderBy?.field ?? 'NAME'],
    direction: orderBy?.direction ?? 'ASC',
  };
  return connection<Workshop>(ctx, { table: workshopTable, orderBy: order, where: [], page, selection });
}
