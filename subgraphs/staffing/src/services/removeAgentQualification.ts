import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadAgent, loadAgentQualification } from '../loaders.ts';

/** Takes a qualification from an agent. */
export async function removeAgentQualification(ctx: Context, id: string) {
  const stated = isId(id) ? await loadAgentQualification(ctx, id) : null;
  const agent = stated && (await loadAgent(ctx, stated.agentId));
  const { count } = agent ? await ctx.db.agentQualification.deleteMany({ where: { id } }) : { count: 0 };
  if (!agent || count === 0) return notFound('qualification', id);
  return { __typename: 'RemoveAgentQualificationPayload' as const, agent };
}
