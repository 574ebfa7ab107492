import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from './context.ts';
import { loadWorkshop } from './loaders.ts';

/** The workshop of a record that the viewer sees: whoever sees the one sees the other. */
export async function visibleWorkshop(ctx: Context, id: string): Promise<Workshop> {
  const workshop = await loadWorkshop(ctx, id);
  if (!workshop) throw new Error(`The workshop of a visible record is not visible: ${id}`);
  return workshop;
}
