import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteShiftResult = { __typename: 'DeleteShiftPayload'; id: string } | NotFound;

/** Deletes a shift. */
export async function deleteShift(ctx: Context, id: string): Promise<DeleteShiftResult> {
  if (!isId(id)) return notFound('shift', id);
  const { count } = await ctx.db.shift.deleteMany({ where: { id } });
  if (count === 0) return notFound('shift', id);
  return { __typename: 'DeleteShiftPayload', id };
}
