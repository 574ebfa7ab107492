import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { notFound } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import { asDate } from '../localDay.ts';
import type { SetAgentQualificationInput } from '../types.generated.ts';
import { checkQualification } from './checkQualification.ts';

/** States a qualification of an agent, or changes until when it holds. */
export async function setAgentQualification(
  ctx: Context,
  { agentId, code, expiresOn }: SetAgentQualificationInput,
) {
  if (!isId(agentId)) return notFound('agent', agentId);
  const invalid = checkQualification('code', code);
  if (invalid) return invalid;
  const values = { expiresOn: expiresOn == null ? null : asDate(expiresOn) };
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const agent = await tx.agent.findFirst({ where: { id: agentId } });
        if (!agent) return notFound('agent', agentId);
        const data = { agentId, code, ...values };
        const added = await tx.agentQualification.createMany({ data, skipDuplicates: true });
        if (added.count === 0) {
          await tx.agentQualification.updateMany({ where: { agentId, code }, data: values });
        }
        return { __typename: 'SetAgentQualificationPayload' as const, agent };
      }),
    // An agent that can be seen is not always one's own.
    { 42501: () => notFound('agent', agentId) },
  );
}
