import type { Context } from '../context.ts';
import type { CancelWorkshopInput } from '../types.generated.ts';
import { changeWorkshop } from './changeWorkshop.ts';
import { workshopRefusals } from './workshopRefusals.ts';

/** Cancels a published workshop; every participation ends with it, by a trigger. */
export async function cancelWorkshop(ctx: Context, { id, reason }: CancelWorkshopInput) {
  const changed = await changeWorkshop(
    ctx,
    id,
    () => ({ data: { status: 'cancelled', cancellationReason: reason ?? null } }),
    workshopRefusals,
  );
  return 'workshop' in changed ? { __typename: 'CancelWorkshopPayload' as const, ...changed } : changed;
}
