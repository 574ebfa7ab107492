import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import { canManage } from '../canManage.ts';
import type { Context } from '../context.ts';
import { fromStatus } from '../status.ts';
import type { CreateWorkshopRequirementInput } from '../types.generated.ts';
import { notYours } from './changeWorkshop.ts';
import { checkKind, requirementRefusals } from './requirementRefusals.ts';

/** Adds something that participants need; the version of the requirements moves, by a trigger. */
export async function createWorkshopRequirement(ctx: Context, input: CreateWorkshopRequirementInput) {
  const { workshopId, kind, text, level } = input;
  const before = isId(workshopId) ? await ctx.db.workshop.findFirst({ where: { id: workshopId } }) : null;
  if (!before) return notFound('workshop', workshopId);
  if (!(await canManage(ctx, before.id))) return notYours();
  const invalid = checkKind(kind);
  if (invalid) return invalid;
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const workshopRequirement = await tx.workshopRequirement.create({
          data: { workshopId, kind, text, level: fromStatus(level) },
        });
        const workshop = await tx.workshop.findFirstOrThrow({ where: { id: workshopId } });
        return { __typename: 'CreateWorkshopRequirementPayload' as const, workshopRequirement, workshop };
      }),
    requirementRefusals,
  );
}
