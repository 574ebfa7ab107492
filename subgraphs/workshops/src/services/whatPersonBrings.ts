import { type RequirementCode, requirementKinds } from '@guildhall/reference/codes';
import type { Context } from '../context.ts';
import { loadBroughtBy } from '../loaders.ts';

/** What a person has said to bring, in the order of the codes; null when that is not the viewer's to see. */
export async function whatPersonBrings(ctx: Context, personId: string): Promise<RequirementCode[] | null> {
  if (ctx.viewer.role !== 'company' && ctx.viewer.personId !== personId) return null;
  return (await loadBroughtBy(ctx, personId)).map(requirementKinds.find);
}
