import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadAgent, loadFacilityPreference } from '../loaders.ts';

/** Takes back what an agent said of a facility. */
export async function clearFacilityPreference(ctx: Context, id: string) {
  const said = isId(id) ? await loadFacilityPreference(ctx, id) : null;
  const agent = said && (await loadAgent(ctx, said.agentId));
  const { count } = agent ? await ctx.db.facilityPreference.deleteMany({ where: { id } }) : { count: 0 };
  if (!agent || count === 0) return notFound('preference', id);
  return { __typename: 'ClearFacilityPreferencePayload' as const, agent };
}
