import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type NotPossibleNow, notPossibleNow } from '@guildhall/kit/refusals';
import type { Flag, Prisma } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';

/**
 * Changes a flag that stands at one of these, under the caller's rights. Of several at once one changes it, and the
 * others are told where it stands.
 */
export async function changeFlag(
  ctx: Pick<Context, 'db'>,
  id: string,
  from: readonly string[],
  data: Prisma.FlagUncheckedUpdateManyInput,
): Promise<{ flag: Flag } | NotFound | NotPossibleNow> {
  if (!isId(id)) return notFound('flag', id);
  const [flag] = await ctx.db.flag.updateManyAndReturn({ where: { id, status: { in: [...from] } }, data });
  if (flag) return { flag };
  const found = await ctx.db.flag.findFirst({ where: { id } });
  return found ? notPossibleNow(standing[found.status as keyof typeof standing]) : notFound('flag', id);
}

const standing = {
  open: 'Nobody is at this flag yet. Take it first.',
  in_work: 'Somebody is at this flag already. Ask them, or put it back into the queue first.',
  answered: 'This flag is answered already. Reopen it to go on with it.',
};
