import { connection, type PageArguments } from '@guildhall/kit/connection';
import type { ConnectionSelection } from '@guildhall/kit/selection';
import type { Context } from '../context.ts';
import { personIsNamed } from '../personIsNamed.ts';
import { type OrganizerCandidate, organizerCandidateTable } from '../tables.ts';
import type { InputMaybe, OrganizerCandidateFilter } from '../types.generated.ts';

export interface OrganizerCandidates extends PageArguments {
  filter?: InputMaybe<OrganizerCandidateFilter>;
}

/** People who organize other workshops and have no part in this one, whoever was asked last first. */
export async function organizerCandidates(
  ctx: Context,
  { filter, ...page }: OrganizerCandidates,
  selection: ConnectionSelection,
  workshopId: string,
) {
  return connection<OrganizerCandidate>(ctx, {
    table: organizerCandidateTable,
    orderBy: { field: 'createdAt', direction: 'DESC' },
    // Also without a name: whoever is no longer known cannot be asked.
    where: [personIsNamed(organizerCandidateTable, 'id', filter?.name ?? '')],
    page,
    selection,
    of: { field: 'workshopId', id: workshopId },
  });
}
