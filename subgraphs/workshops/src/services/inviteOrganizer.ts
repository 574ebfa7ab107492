import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { alreadyExists, invalidInput, notFound, triggerRefusals } from '@guildhall/kit/refusals';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import type { InviteOrganizerInput } from '../types.generated.ts';
import { unknownPersons } from '../unknownPersons.ts';
import { notYours } from './changeWorkshop.ts';

/** Invites a person to organize a workshop, a substitute for example. */
export async function inviteOrganizer(ctx: Context, { workshopId, personId }: InviteOrganizerInput) {
  const workshop = isId(workshopId) ? await ctx.db.workshop.findFirst({ where: { id: workshopId } }) : null;
  if (!workshop) return notFound('workshop', workshopId);
  if (!(await canManage(ctx, workshop.id))) return notYours();
  if (!isId(personId) || (await unknownPersons(ctx, [personId])).length > 0) {
    return invalidInput(
      'personId',
      'Nobody is known by this id. Choose a person of those that the search finds.',
    );
  }
  return refuse(
    async () => ({
      __typename: 'InviteOrganizerPayload' as const,
      organizer: await ctx.db.organizer.create({ data: { workshopId, personId } }),
    }),
    {
      ...triggerRefusals,
      organizer_once: () => alreadyExists('This person is invited already, or organizes the workshop.'),
      42501: notYours,
    },
  );
}
