import { type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { AcknowledgeWorkshopRequirementsInput } from '../types.generated.ts';
import { changeOwnParticipation } from './changeOwnParticipation.ts';
import { requirementsChanged } from './requirementsChanged.ts';

/** Keeps that the viewer has seen the requirements as they are now. */
export async function acknowledgeWorkshopRequirements(
  ctx: Context,
  { id, requirementsVersion }: AcknowledgeWorkshopRequirementsInput,
) {
  const changed = await changeOwnParticipation<'requirements' | NotPossibleNow>(
    ctx,
    'acknowledgeWorkshopRequirements',
    id,
    (own, workshop) => {
      if (own.status === 'cancelled')
        return { refused: notPossibleNow('You take no part in this workshop any more.') };
      if (workshop.requirementsVersion !== requirementsVersion) return { refused: 'requirements' };
      return { data: { acknowledgedVersion: requirementsVersion } };
    },
  );
  if ('participant' in changed)
    return { __typename: 'AcknowledgeWorkshopRequirementsPayload' as const, ...changed };
  return changed.refused === 'requirements' ? requirementsChanged(ctx, id) : changed.refused;
}
