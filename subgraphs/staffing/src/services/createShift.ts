import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { CreateShiftInput } from '../types.generated.ts';
import type { OverlapsOtherShift } from './overlapsOtherShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

export type CreateShiftResult =
  { __typename: 'CreateShiftPayload'; shift: Shift } | NotFound | InvalidInput | OverlapsOtherShift;

/** Adds a shift: open, or assigned when an agent is given. */
export async function createShift(ctx: Context, input: CreateShiftInput): Promise<CreateShiftResult> {
  const { facilityId, startsAt, endsAt } = input;
  const agentId = input.agentId ?? null;
  if (!isId(facilityId)) return notFound('facility', facilityId);
  if (agentId !== null && !isId(agentId)) return notFound('agent', agentId);

  const wanted = { facilityId, agentId, startsAt, endsAt };
  return refuse(
    async () => ({
      __typename: 'CreateShiftPayload' as const,
      shift: await ctx.db.shift.create({ data: { ...wanted, status: agentId ? 'assigned' : 'open' } }),
    }),
    shiftRefusals(ctx, () => wanted),
  );
}
