import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { invalidInput, notFound } from '@guildhall/kit/refusals';
import type { Flag } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import type { FlagChanges } from '../flag.ts';
import type { AnswerFlagInput } from '../types.generated.ts';
import { changeFlag } from './changeFlag.ts';
import { flagRefusals } from './flagRefusals.ts';
import { changesOfRecord } from './recordHistory.ts';

/**
 * Answers a flag that is in work. With the answer goes what support staff changed of the record since it was
 * taken: whoever raised it sees these values, so of an agent only what stands in the record itself.
 */
export async function answerFlag(ctx: Context, { id, answer }: AnswerFlagInput) {
  if (answer.trim() === '') return invalidInput('answer', 'Say what came of it.');
  const flag = isId(id) ? await ctx.db.flag.findFirst({ where: { id } }) : null;
  if (!flag) return notFound('flag', id);
  const changed = await refuse(
    async () =>
      changeFlag(ctx, id, ['in_work'], {
        status: 'answered',
        answer,
        answeredAt: new Date(),
        changes: await changesSinceTaken(ctx, flag),
      }),
    flagRefusals,
  );
  return 'flag' in changed ? { __typename: 'AnswerFlagPayload' as const, ...changed } : changed;
}

async function changesSinceTaken(
  ctx: Context,
  { subjectKind, subjectId, takenAt }: Flag,
): Promise<FlagChanges> {
  if (!takenAt || subjectKind === 'person') return [];
  const rows = await ctx.db.$queryRaw<
    { at: Date; oldRow: Record<string, unknown> | null; newRow: Record<string, unknown> | null }[]
  >`
    select at, old_row as "oldRow", new_row as "newRow" from staffing.history
     where table_name = ${subjectKind} and row_id = ${subjectId} and actor_role = 'company' and at >= ${takenAt}
     order by id`;
  return rows.flatMap(({ at, ...row }) =>
    changesOfRecord({ ...row, tableName: subjectKind }).map((change) => ({ at, ...change })),
  );
}
