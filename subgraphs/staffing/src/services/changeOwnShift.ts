import { asSystem } from '@guildhall/kit/database';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Prisma, Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { ownAgent } from './ownAgent.ts';

/**
 * Changes an assigned shift of the agent who asks, before it starts. As the system, since agents may change no
 * shift but in the few ways that use-cases give them.
 *
 * @param decide What to change, or why not.
 */
export async function changeOwnShift(
  ctx: Context,
  useCase: string,
  id: string,
  decide: (shift: Shift) => Prisma.ShiftUncheckedUpdateManyInput | NotPossibleNow,
): Promise<{ shift: Shift } | NotFound | NotPossibleNow> {
  const agent = await ownAgent(ctx);
  if (!isId(id) || !agent) return notFound('shift', id);
  return asSystem(ctx, useCase, async (tx) => {
    await tx.$queryRaw`select from staffing.shift where id = ${id}::uuid for update`;
    const before = await tx.shift.findFirst({ where: { id, agentId: agent.id } });
    if (!before) return notFound('shift', id);
    if (before.status !== 'assigned') {
      return notPossibleNow(`This shift is ${before.status}, so it can be neither given back nor offered.`);
    }
    if (before.startsAt <= new Date()) return notPossibleNow('This shift has started. Call the facility.');
    const data = decide(before);
    if ('__typename' in data) return data as NotPossibleNow;
    const [shift] = await tx.shift.updateManyAndReturn({ where: { id }, data });
    return { shift: shift! };
  });
}
