import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { forgetRequirementsOf } from '../loaders.ts';
import { requirementsIn } from '../requirements.ts';

/** Refused, with the requirements that have to be seen first. */
export async function requirementsChanged(ctx: Context, workshopId: string) {
  const workshop = await ctx.db.workshop.findFirst({ where: { id: workshopId } });
  if (!workshop) return notFound('workshop', workshopId);
  forgetRequirementsOf(ctx, workshop.id);
  return {
    __typename: 'RequirementsChanged' as const,
    message: 'What this workshop requires has changed. Look at it as it is now, and say so again.',
    requirementsVersion: workshop.requirementsVersion,
    requirements: await requirementsIn(ctx, workshop.id),
  };
}
