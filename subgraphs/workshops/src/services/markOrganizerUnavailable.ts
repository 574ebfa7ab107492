import type { Context } from '../context.ts';
import { changeOrganizer } from './changeOrganizer.ts';

/** Says that somebody cannot organize a workshop at present. */
export async function markOrganizerUnavailable(ctx: Context, id: string) {
  const changed = await changeOrganizer(ctx, id, 'unavailable');
  return 'organizer' in changed
    ? { __typename: 'MarkOrganizerUnavailablePayload' as const, ...changed }
    : changed;
}
