import type { Context } from '../context.ts';
import type { LastOrganizer } from '../types.generated.ts';
import { changeOrganizer } from './changeOrganizer.ts';

/** Accepts that the viewer organizes a workshop, with all that its other organizers can do. */
export async function acceptOrganizerInvitation(ctx: Context, id: string) {
  const changed = await changeOrganizer(ctx, id, 'active');
  return 'organizer' in changed
    ? { __typename: 'AcceptOrganizerInvitationPayload' as const, ...changed }
    : (changed as Exclude<typeof changed, LastOrganizer>);
}
