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
 * taken: whoever raised it sees these values, so of an agent only what facilities see, too.
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
  const tables = subjectKind === 'agent' ? ['agent', 'agent_qualification'] : [subjectKind];
  const rows = await ctx.db.$queryRaw<(Parameters<typeof changesOfRecord>[0] & { at: Date })[]>`
    select at, table_name as "tableName", old_row as "oldRow", new_row as "newRow" from staffing.history
     where table_name = any (${tables}::text[]) and record_id = ${subjectId}
       and actor_role = 'company' and at >= ${takenAt}
     order by id`;
  return rows.flatMap(({ at, ...row }) => changesOfRecord(row).map((change) => ({ at, ...change })));
}
