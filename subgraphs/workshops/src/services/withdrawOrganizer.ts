import type { Context } from '../context.ts';
import { changeOrganizer } from './changeOrganizer.ts';

/** Ends somebody's part in organizing a workshop for good, or takes an invitation back. */
export async function withdrawOrganizer(ctx: Context, id: string) {
  const changed = await changeOrganizer(ctx, id, 'withdrawn');
  return 'organizer' in changed ? { __typename: 'WithdrawOrganizerPayload' as const, ...changed } : changed;
}
