import type { Context } from '../context.ts';
import { fromStatus } from '../status.ts';
import type { UpdateWorkshopRequirementInput } from '../types.generated.ts';
import { changeRequirement } from './changeRequirement.ts';
import { checkKind } from './requirementRefusals.ts';

/** Changes something that participants need: it ends, and another takes its place. */
export async function updateWorkshopRequirement(ctx: Context, input: UpdateWorkshopRequirementInput) {
  const invalid = checkKind(input.kind);
  if (invalid) return invalid;
  const changed = await changeRequirement(ctx, input.id, (tx, { workshopId, kind, text, level, createdAt }) =>
    tx.workshopRequirement.create({
      data: {
        workshopId,
        kind: input.kind ?? kind,
        text: input.text ?? text,
        level: input.level ? fromStatus(input.level) : level,
        // It keeps its place in the list.
        createdAt,
      },
    }),
  );
  if (!('workshop' in changed)) return changed;
  const { result: workshopRequirement, workshop } = changed;
  return { __typename: 'UpdateWorkshopRequirementPayload' as const, workshopRequirement, workshop };
}
