import { connection, type Order, type PageArguments } from '@guildhall/kit/connection';
import { requireId } from '@guildhall/kit/id';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { contains } from '@guildhall/kit/table';
import { type Person, Prisma } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import { personTable } from '../tables.ts';
import type { InputMaybe, PersonFilter, PersonOrder } from '../types.generated.ts';

export interface ListPeople extends PageArguments {
  filter?: InputMaybe<PersonFilter>;
  orderBy?: InputMaybe<PersonOrder>;
}

const orderFields = { NAME: 'name', CREATED_AT: 'createdAt' } as const;

/** The people the viewer may see, by name unless ordered otherwise. */
export async function listPeople(
  ctx: Context,
  { filter, orderBy, ...page }: ListPeople,
  selection: ConnectionSelection,
) {
  const order: Order<Person> = {
    field: orderFields[orderBy?.field ?? 'NAME'],
    direction: orderBy?.direction ?? 'ASC',
  };
  const where = [];
  if (filter?.name != null) where.push(contains(personTable, 'name', filter.name));
  if (filter?.organisationId != null) {
    const organisationId = requireId('filter.organisationId', filter.organisationId);
    where.push(
      Prisma.sql`exists (select from people.membership m where m.person_id = t.id and m.organisation_id = ${organisationId}::uuid)`,
    );
  }
  return connection<Person>(ctx, { table: personTable, orderBy: order, where, page, selection });
}
