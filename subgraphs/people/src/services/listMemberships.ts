import { connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Membership } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import { membershipTable } from '../tables.ts';

/** The memberships of a person or an organisation that the viewer may see, the oldest first. */
export async function listMemberships(
  ctx: Context,
  page: PageArguments,
  selection: ConnectionSelection,
  of: { field: 'personId' | 'organisationId'; id: string },
) {
  return connection<Membership>(ctx, {
    table: membershipTable,
    orderBy: { field: 'createdAt', direction: 'ASC' },
    where: [],
    page,
    selection,
    of,
  });
}
