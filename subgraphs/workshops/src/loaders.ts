import { loadByKey } from '@guildhall/kit/loadByKey';
import type { Context } from './context.ts';
import { workshopTable } from './tables.ts';

/** The workshop of this id, or null when there is none that the viewer may see. */
export function loadWorkshop(ctx: Context, id: string) {
  return loadByKey(ctx, workshopTable, 'id', id);
}
