import { sqltag as sql } from '@guildhall/kit/table';
import type { Context } from './context.ts';

const ofViewer = {};

/** Whether the viewer manages a workshop: support staff all, others those of which they are an active organizer. */
export async function canManage(ctx: Context, workshopId: string): Promise<boolean> {
  if (ctx.viewer.role === 'company') return true;
  const managed = await ctx.once(ofViewer, async () => {
    const rows = await ctx.read<{ id: string }>(sql`select unnest(workshops.managed_workshops()) as id`);
    return new Set(rows.map(({ id }) => id));
  });
  return managed.has(workshopId);
}
