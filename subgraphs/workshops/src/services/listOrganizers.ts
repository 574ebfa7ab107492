import { connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { isAnyOf } from '@guildhall/kit/table';
import type { Organizer } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { fromStatus } from '../status.ts';
import { organizerTable } from '../tables.ts';
import type { InputMaybe, OrganizerFilter } from '../types.generated.ts';

export interface ListOrganizers extends PageArguments {
  filter?: InputMaybe<OrganizerFilter>;
}

/** What a person organizes, as far as the viewer may see it, the latest invitation first. */
export async function listOrganizers(
  ctx: Context,
  { filter, ...page }: ListOrganizers,
  selection: ConnectionSelection,
  personId: string,
) {
  const { status } = filter ?? {};
  return connection<Organizer>(ctx, {
    table: organizerTable,
    orderBy: { field: 'createdAt', direction: 'DESC' },
    where: status == null ? [] : [isAnyOf(organizerTable, 'status', status.map(fromStatus))],
    page,
    selection,
    of: { field: 'personId', id: personId },
  });
}
