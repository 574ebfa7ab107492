import { triggerRefusals } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { changeWorkshop } from './changeWorkshop.ts';

/** Says that a workshop took place, from its start on. */
export async function markWorkshopHeld(ctx: Context, id: string) {
  const changed = await changeWorkshop(ctx, id, () => ({ data: { status: 'held' } }), triggerRefusals);
  return 'workshop' in changed ? { __typename: 'MarkWorkshopHeldPayload' as const, ...changed } : changed;
}
