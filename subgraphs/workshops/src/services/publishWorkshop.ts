import { triggerRefusals } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeWorkshop } from './changeWorkshop.ts';
import { lastOrganizer, needsPlace } from './workshopRefusals.ts';

/** Publishes a draft, so that people see it and sign up. */
export async function publishWorkshop(ctx: Context, id: string) {
  const changed = await changeWorkshop(ctx, id, () => ({ data: { status: 'published' } }), {
    ...triggerRefusals,
    workshop_place_or_link: needsPlace,
    workshop_keeps_organizer: () =>
      lastOrganizer('Nobody organizes this workshop yet: one of those who are invited has to accept first.'),
  });
  return 'workshop' in changed ? { __typename: 'PublishWorkshopPayload' as const, ...changed } : changed;
}
