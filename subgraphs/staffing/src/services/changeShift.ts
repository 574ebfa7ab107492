import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Prisma, Shift } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { AssignmentWarning } from '../types.generated.ts';

export interface ShiftChange {
  readonly data: Prisma.ShiftUncheckedUpdateManyInput;
  readonly warnings?: AssignmentWarning[];
}

export interface ChangedShift {
  readonly shift: Shift;
  readonly warnings: AssignmentWarning[];
}

const mostAttempts = 20;

/**
 * Changes a shift by what it is: read, decided and written, and decided anew when somebody else changed it in
 * between. Under the caller's own rights.
 *
 * @param decide What to change, or why not.
 * @param refusals What to answer for what the database refuses.
 */
export async function changeShift<
  Decided extends ShiftChange | { readonly __typename: string },
  Refusals extends Parameters<typeof refuse>[1],
>(
  ctx: Context,
  id: string,
  decide: (before: Shift) => Promise<Decided> | Decided,
  refusals: Refusals,
): Promise<
  | ChangedShift
  | Exclude<Decided, ShiftChange>
  | NotFound
  | NotPossibleNow
  | Awaited<ReturnType<Refusals[keyof Refusals]>>
> {
  if (!isId(id)) return notFound('shift', id);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const before = await ctx.db.shift.findFirst({ where: { id } });
    if (!before) return notFound('shift', id);
    const decided = await decide(before);
    if (!('data' in decided)) return decided as Exclude<Decided, ShiftChange>;
    const { data, warnings = [] } = decided;
    const written = await refuse(
      () => ctx.db.shift.updateManyAndReturn({ where: { id, revision: before.revision }, data }),
      refusals,
    );
    if (!Array.isArray(written)) return written;
    if (written[0]) return { shift: written[0], warnings };
  }
  return notPossibleNow('Others keep changing this shift. Look at it again in a moment.');
}
