import { sqltag as sql } from '@guildhall/kit/table';
import type { Context } from './context.ts';

/** Which of these ids are no person's. */
export async function unknownPersons(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.read<{ id: string }>(sql`
    select given.id from unnest(${[...ids]}::uuid[]) given (id) where not guildhall.person_exists(given.id)`);
  return rows.map(({ id }) => id);
}
