import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type AlreadyExists, alreadyExists, type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import type { Agent } from '@guildhall/prisma/staffing';
import type { Context } from '../context.ts';

export type CreateAgentResult =
  { __typename: 'CreateAgentPayload'; agent: Agent } | InvalidInput | AlreadyExists;

/** Makes a person an agent. */
export async function createAgent(ctx: Context, personId: string): Promise<CreateAgentResult> {
  if (!isId(personId)) return invalidInput('personId', 'This is no id of a person.');
  return refuse(
    async () => ({
      __typename: 'CreateAgentPayload' as const,
      agent: await ctx.db.agent.create({ data: { personId } }),
    }),
    {
      agent_person_id_key: () => alreadyExists('This person is an agent already. Open that record instead.'),
    },
  );
}
