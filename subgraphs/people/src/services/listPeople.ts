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
  if (filter?.text != null) where.push(isKnownBy(filter.text));
  return connection<Person>(ctx, { table: personTable, orderBy: order, where, page, selection });
}

/** The name or the e-mail address contains the text, or the telephone number its digits. */
function isKnownBy(text: string) {
  // Fewer digits than these are in every number.
  const digits = /^[+\d ().-]+$/.test(text) ? text.replace(/\D/g, '') : '';
  const phone =
    digits.length < 4
      ? Prisma.sql`false`
      : Prisma.sql`strpos(regexp_replace(c.phone, '[^0-9]', '', 'g'), ${withoutTrunkZero(digits)}) > 0`;
  return Prisma.sql`(${contains(personTable, 'name', text)} or exists (select from people.contact c
    where c.person_id = t.id and (strpos(lower(c.email), lower(${text}::text)) > 0 or ${phone})))`;
}

/** A number as it is dialled at home begins with a zero that the international format has not. */
const withoutTrunkZero = (digits: string) => digits.replace(/^0+/, '');
