import type { WorkshopRequirement } from '@guildhall/prisma/workshops';
import type { Context } from './context.ts';
import { loadBroughtBy, loadRequirementsOf } from './loaders.ts';

/** What a workshop requires at present, or required in a version. */
export async function requirementsIn(
  ctx: Context,
  workshopId: string,
  version?: number,
): Promise<WorkshopRequirement[]> {
  const all = await loadRequirementsOf(ctx, workshopId);
  return all.filter(({ sinceVersion, untilVersion }) =>
    version === undefined
      ? untilVersion === null
      : sinceVersion <= version && (untilVersion === null || untilVersion > version),
  );
}

/** Whether the viewer has said to bring what is required. */
export async function isMetByViewer(ctx: Context, { kind }: WorkshopRequirement): Promise<boolean> {
  const { personId } = ctx.viewer;
  if (personId === null) return false;
  return (await loadBroughtBy(ctx, personId)).includes(kind);
}
