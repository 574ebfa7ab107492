import { asSystem } from '@guildhall/kit/database';
import { changesOf, type HistoryRow } from '@guildhall/kit/history';
import { isId } from '@guildhall/kit/id';
import type { Context } from '../context.ts';
import type { FlagReference } from '../flagReference.ts';
import type { PersonChange } from '../types.generated.ts';

type Change = Pick<HistoryRow, 'recordId' | 'tableName' | 'at' | 'oldRow' | 'newRow'>;

/**
 * What support staff changed of the person that a flag is about while they had it in work. As the system, since only
 * they read history; of a person's contact data it tells those who may see it.
 */
export async function changesOfFlaggedPerson(
  ctx: Context,
  { subjectId, takenAt, answeredAt }: FlagReference,
): Promise<PersonChange[]> {
  if (!isId(subjectId) || !takenAt || !answeredAt) return [];
  const load = ctx.loader<string, Change[]>('changes of person', async (ids) => {
    const rows = await asSystem(
      ctx,
      'changesOfFlaggedPerson',
      (tx) => tx.$queryRaw<Change[]>`
        select row_id as "recordId", table_name as "tableName", at, old_row as "oldRow", new_row as "newRow"
          from people.history
         where table_name in ('person', 'contact') and row_id = any (${[...ids]}::text[]) and actor_role = 'company'
         order by id`,
    );
    return Map.groupBy(rows, ({ recordId }) => recordId);
  });
  const isContactVisible = ctx.viewer.role === 'company' || ctx.viewer.personId === subjectId;
  const [from, to] = [new Date(takenAt), new Date(answeredAt)];
  return ((await load.load(subjectId)) ?? [])
    .filter(({ at, tableName }) => at >= from && at <= to && (tableName === 'person' || isContactVisible))
    .flatMap(({ at, ...row }) => changesOf(row, ['person_id']).map((change) => ({ at, ...change })));
}
