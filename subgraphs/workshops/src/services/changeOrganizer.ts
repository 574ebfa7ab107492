import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound, notPermitted, triggerRefusals } from '@guildhall/kit/refusals';
import type { Organizer } from '@guildhall/prisma/workshops';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import { lastOrganizer } from './workshopRefusals.ts';

type Status = 'active' | 'unavailable' | 'withdrawn';

/** Moves the part of an organizer on, under the caller's own rights. Whose it is to say is the database's to decide. */
export async function changeOrganizer(ctx: Context, id: string, status: Status) {
  const before = isId(id) ? await ctx.db.organizer.findFirst({ where: { id } }) : null;
  if (!before) return notFound('organizer', id);
  if (before.personId !== ctx.viewer.personId && !(await canManage(ctx, before.workshopId))) {
    return notPermitted('That is for the person to say, or for those who organize the workshop with them.');
  }
  return refuse(
    async (): Promise<{ organizer: Organizer } | ReturnType<typeof notFound>> => {
      const [organizer] = await ctx.db.organizer.updateManyAndReturn({ where: { id }, data: { status } });
      return organizer ? { organizer } : notFound('organizer', id);
    },
    {
      ...triggerRefusals,
      workshop_keeps_organizer: () =>
        lastOrganizer(
          'Nobody else organizes this workshop, and it is published. Invite a substitute first; once they accept, you are free to go.',
        ),
    },
  );
}
