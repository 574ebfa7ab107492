import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type NotFound, notFound, type StillInUse, stillInUse } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';

export type DeleteAgentResult = { __typename: 'DeleteAgentPayload'; id: string } | NotFound | StillInUse;

/** Deletes an agent who has no shifts. */
export async function deleteAgent(ctx: Context, id: string): Promise<DeleteAgentResult> {
  if (!isId(id)) return notFound('agent', id);
  return refuse(
    async () => {
      const { count } = await ctx.db.agent.deleteMany({ where: { id } });
      if (count === 0) return notFound('agent', id);
      return { __typename: 'DeleteAgentPayload' as const, id };
    },
    {
      shift_agent_id_fkey: () =>
        stillInUse('This agent still has shifts. Give them to others or delete them first.'),
    },
  );
}
