import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { SetAgentRateInput } from '../types.generated.ts';
import { agentRefusals } from './agentRefusals.ts';

/** Sets what an agent is paid per hour; without a rate, none is set. */
export async function setAgentRate(ctx: Context, { id, rate }: SetAgentRateInput) {
  if (!isId(id)) return notFound('agent', id);
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const agent = await tx.agent.findFirst({ where: { id } });
        if (!agent) return notFound('agent', id);
        await tx.agentPrivate.createMany({ data: { agentId: id }, skipDuplicates: true });
        await tx.agentPrivate.updateMany({
          where: { agentId: id },
          data: { hourlyRateMinor: rate?.amountMinor ?? null, hourlyRateCurrency: rate?.currency ?? null },
        });
        return { __typename: 'SetAgentRatePayload' as const, agent };
      }),
    agentRefusals,
  );
}
