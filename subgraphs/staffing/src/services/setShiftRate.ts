import type { Context } from '../context.ts';
import type { SetShiftRateInput } from '../types.generated.ts';
import { changeShift } from './changeShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

/** Sets what a shift pays per hour; without a rate, the agent's own holds. */
export async function setShiftRate(ctx: Context, { id, rate }: SetShiftRateInput) {
  const changed = await changeShift(
    ctx,
    id,
    () => ({ data: { rateMinor: rate?.amountMinor ?? null, rateCurrency: rate?.currency ?? null } }),
    shiftRefusals,
  );
  return 'shift' in changed ? { __typename: 'SetShiftRatePayload' as const, shift: changed.shift } : changed;
}
