import type { Agent } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';
import { loadAgentOfPerson } from '../loaders.ts';

/** The agent who asks; null when the viewer is none. */
export async function ownAgent(ctx: Context): Promise<Agent | null> {
  if (ctx.viewer.role !== 'agent' || ctx.viewer.personId === null) return null;
  return loadAgentOfPerson(ctx, ctx.viewer.personId);
}
