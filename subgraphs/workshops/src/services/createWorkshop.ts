import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import type { CreateWorkshopInput } from '../types.generated.ts';

export type CreateWorkshopResult = { __typename: 'CreateWorkshopPayload'; workshop: Workshop } | InvalidInput;

/** Adds a workshop. */
export async function createWorkshop(
  ctx: Context,
  input: CreateWorkshopInput,
): Promise<CreateWorkshopResult> {
  if (!isId(input.organisationId)) {
    return invalidInput(
      'organisationId',
      'This is no id of an organisation. Look the organisation up again.',
    );
  }
  return refuse(
    async () => ({
      __typename: 'CreateWorkshopPayload' as const,
      workshop: await ctx.db.workshop.create({ data: input }),
    }),
    {
      workshop_name_length: () => invalidInput('name', 'A workshop needs a name of 1 to 200 characters.'),
    },
  );
}
