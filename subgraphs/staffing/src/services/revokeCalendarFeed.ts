import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { loadAgent } from '../loaders.ts';

/** Makes a private calendar address stop working; without one there is nothing to do. */
export async function revokeCalendarFeed(ctx: Context, agentId: string) {
  const agent = isId(agentId) ? await loadAgent(ctx, agentId) : null;
  if (!agent) return notFound('agent', agentId);
  await ctx.db.calendarFeed.deleteMany({ where: { agentId } });
  return { __typename: 'RevokeCalendarFeedPayload' as const, agent };
}
