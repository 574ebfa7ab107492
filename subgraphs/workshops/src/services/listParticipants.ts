import { type Aggregate, connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import { atLeast, before, isAnyOf, type Sql, sqltag as sql } from '@guildhall/kit/table';
import type { Participant } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import { personIsNamed } from '../personIsNamed.ts';
import { fromStatus } from '../status.ts';
import { participantTable } from '../tables.ts';
import type {
  InputMaybe,
  ParticipantFilter,
  ParticipantOrder,
  ParticipantTotals,
} from '../types.generated.ts';

export interface ListParticipants extends PageArguments {
  filter?: InputMaybe<ParticipantFilter>;
  orderBy?: InputMaybe<ParticipantOrder>;
}

const orderFields = { STARTS_AT: 'startsAt', SIGNED_UP: 'place' } as const;

const counted = (status: string) => sql`count(*) filter (where t.status = ${status})::integer`;
const totals: Aggregate<ParticipantTotals> = {
  select: sql`
    ${counted('waiting')} as "waiting",
    ${counted('offered')} as "offered",
    ${counted('confirmed')} as "confirmed",
    ${counted('cancelled')} as "cancelled",
    ${counted('attended')} as "attended",
    ${counted('no_show')} as "noShow"`,
  none: { waiting: 0, offered: 0, confirmed: 0, cancelled: 0, attended: 0, noShow: 0 },
};

/** The participations the viewer may see of a workshop or a person, in the order of signing up unless ordered otherwise. */
export async function listParticipants(
  ctx: Context,
  { filter, orderBy, ...page }: ListParticipants,
  selection: ConnectionSelection,
  of: { field: 'workshopId' | 'personId'; id: string },
) {
  return connection<Participant, ParticipantTotals>(ctx, {
    table: participantTable,
    orderBy: { field: orderFields[orderBy?.field ?? 'SIGNED_UP'], direction: orderBy?.direction ?? 'ASC' },
    where: conditions(filter ?? {}),
    page,
    selection,
    totals,
    of,
  });
}

function conditions({ name, status, endsFrom, endsBefore }: ParticipantFilter): Sql[] {
  const where: Sql[] = [];
  if (status != null) where.push(isAnyOf(participantTable, 'status', status.map(fromStatus)));
  if (endsFrom != null) where.push(atLeast(participantTable, 'endsAt', endsFrom));
  if (endsBefore != null) where.push(before(participantTable, 'endsAt', endsBefore));
  if (name != null) where.push(personIsNamed(participantTable, 'personId', name));
  return where;
}
