import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

/** Makes a private calendar address; of the secret in it only a hash is kept, so it is told this once. */
export async function createCalendarFeed(ctx: Context, agentId: string) {
  if (!isId(agentId)) return notFound('agent', agentId);
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        await tx.calendarFeed.deleteMany({ where: { agentId } });
        const calendarFeed = await tx.calendarFeed.create({ data: { agentId, tokenHash } });
        return {
          __typename: 'CreateCalendarFeedPayload' as const,
          calendarFeed,
          path: `/calendar/${token}.ics`,
        };
      }),
    {
      calendar_feed_agent_id_fkey: () => notFound('agent', agentId),
      42501: () => notFound('agent', agentId),
    },
  );
}
