import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { contains, equals } from '@guildhall/kit/table';
import type { Organisation } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import { fromOrganisationKind } from '../organisationKind.ts';
import { organisationTable } from '../tables.ts';
import type { InputMaybe, OrganisationFilter, OrganisationOrder } from '../types.generated.ts';

export interface ListOrganisations extends PageArguments {
  filter?: InputMaybe<OrganisationFilter>;
  orderBy?: InputMaybe<OrganisationOrder>;
}

const orderFields = { NAME: 'name', CREATED_AT: 'createdAt' } as const;

/** The organisations the viewer may see, by name unless ordered otherwise. */
export async function listOrganisations(
  ctx: Context,
  { filter, orderBy, ...page }: ListOrganisations,
  selection: ConnectionSelection,
) {
  const order: Order<Organisation> = {
    field: orderFields[orderBy?.field ?? 'NAME'],
    direction: orderBy?.direction ?? 'ASC',
  };
  const where = [];
  if (filter?.name != null) where.push(contains(organisationTable, 'name', filter.name));
  if (filter?.kind != null) {
    where.push(equals(organisationTable, 'kind', fromOrganisationKind(filter.kind)));
  }
  return connection<Organisation>(ctx, {
    table: organisationTable,
    orderBy: order,
    where,
    page,
    selection,
  });
}
