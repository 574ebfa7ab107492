import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { UpdateAgentInput } from '../types.generated.ts';
import { agentRefusals } from './agentRefusals.ts';

/** Changes an agent's profile; what is left out stays, and null clears it. */
export async function updateAgent(ctx: Context, { id, homeArea, phone }: UpdateAgentInput) {
  if (!isId(id)) return notFound('agent', id);
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const [agent] = await tx.agent.updateManyAndReturn({ where: { id }, data: { homeArea } });
        if (!agent) return notFound('agent', id);
        if (phone !== undefined) {
          await tx.agentPrivate.createMany({ data: { agentId: id }, skipDuplicates: true });
          await tx.agentPrivate.updateMany({ where: { agentId: id }, data: { phone } });
        }
        return { __typename: 'UpdateAgentPayload' as const, agent };
      }),
    agentRefusals,
  );
}
