import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { fromShiftStatus } from '../shiftStatus.ts';
import type { UpdateShiftInput } from '../types.generated.ts';
import type { OverlapsOtherShift, WantedShift } from './overlapsOtherShift.ts';
import { shiftRefusals } from './shiftRefusals.ts';

export type UpdateShiftResult =
  { __typename: 'UpdateShiftPayload'; shift: Shift } | NotFound | InvalidInput | OverlapsOtherShift;

/**
 * Changes a shift; what is left out stays. Giving an open shift an agent assigns it, and taking the agent
 * away opens it, unless a status is given as well.
 */
export async function updateShift(ctx: Context, input: UpdateShiftInput): Promise<UpdateShiftResult> {
  const { id } = input;
  if (!isId(id)) return notFound('shift', id);
  if (input.agentId != null && !isId(input.agentId)) return notFound('agent', input.agentId);

  let wanted: WantedShift | undefined;
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        // Locked, so that what is left out is what stays: two who change at once come one after the other.
        await tx.$queryRaw`select id from staffing.shift where id = ${id}::uuid for update`;
        const before = await tx.shift.findFirst({ where: { id } });
        if (!before) return notFound('shift', id);
        const after = merge(before, input);
        wanted = after;
        const [shift] = await tx.shift.updateManyAndReturn({ where: { id }, data: after });
        if (!shift) return notFound('shift', id);
        return { __typename: 'UpdateShiftPayload' as const, shift };
      }),
    shiftRefusals(ctx, () => wanted!),
  );
}

function merge(before: Shift, input: UpdateShiftInput) {
  const agentId = input.agentId === undefined ? before.agentId : input.agentId;
  return {
    id: before.id,
    facilityId: before.facilityId,
    agentId,
    startsAt: input.startsAt ?? before.startsAt,
    endsAt: input.endsAt ?? before.endsAt,
    status: input.status ? fromShiftStatus(input.status) : statusFor(agentId, before.status),
  };
}

function statusFor(agentId: string | null, status: string): string {
  if (agentId && status === 'open') return 'assigned';
  if (!agentId && status === 'assigned') return 'open';
  return status;
}
