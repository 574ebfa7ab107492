import type { Context } from '../context.ts';
import type { LastOrganizer } from '../types.generated.ts';
import { changeOrganizer } from './changeOrganizer.ts';

/** Says that the viewer can organize a workshop again. */
export async function markOrganizerAvailable(ctx: Context, id: string) {
  const changed = await changeOrganizer(ctx, id, 'active');
  return 'organizer' in changed
    ? { __typename: 'MarkOrganizerAvailablePayload' as const, ...changed }
    : (changed as Exclude<typeof changed, LastOrganizer>);
}
