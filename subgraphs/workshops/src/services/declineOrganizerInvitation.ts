import type { Context } from '../context.ts';
import type { LastOrganizer } from '../types.generated.ts';
import { changeOrganizer } from './changeOrganizer.ts';

/** Declines to organize a workshop. */
export async function declineOrganizerInvitation(ctx: Context, id: string) {
  const changed = await changeOrganizer(ctx, id, 'withdrawn');
  return 'organizer' in changed
    ? { __typename: 'DeclineOrganizerInvitationPayload' as const, ...changed }
    : (changed as Exclude<typeof changed, LastOrganizer>);
}
