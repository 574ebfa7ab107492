import { refuse } from '@guildhall/kit/databaseError';
import type { InvalidInput } from '@guildhall/kit/refusals';
import type { Person } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import type { CreatePersonInput } from '../types.generated.ts';
import { personRefusals } from './personRefusals.ts';

export type CreatePersonResult = { __typename: 'CreatePersonPayload'; person: Person } | InvalidInput;

/** Adds a person, with contact data if given. */
export async function createPerson(
  ctx: Context,
  { name, contact }: CreatePersonInput,
): Promise<CreatePersonResult> {
  return refuse(
    async () => ({
      __typename: 'CreatePersonPayload' as const,
      person: await ctx.db.person.create({
        data: { name, contact: contact ? { create: contact } : undefined },
      }),
    }),
    personRefusals,
  );
}
