import { connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Attendee } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { attendeeTable } from '../tables.ts';

/** Who has a seat in a workshop, as far as the viewer may see it, the first to sign up first. */
export async function listAttendees(
  ctx: Context,
  page: PageArguments,
  selection: ConnectionSelection,
  workshopId: string,
) {
  return connection<Attendee>(ctx, {
    table: attendeeTable,
    orderBy: { field: 'createdAt', direction: 'ASC' },
    where: [],
    page,
    selection,
    of: { field: 'workshopId', id: workshopId },
  });
}
