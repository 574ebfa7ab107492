import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { type InvalidInput, type NotFound, notFound } from '@guildhall/kit/refusals';
import type { Person } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';
import type { UpdatePersonInput } from '../types.generated.ts';
import { personRefusals } from './personRefusals.ts';

export type UpdatePersonResult =
  { __typename: 'UpdatePersonPayload'; person: Person } | NotFound | InvalidInput;

/** Changes a person or their contact data; what is left out stays, and a null of the contact data empties it. */
export async function updatePerson(
  ctx: Context,
  { id, name, contact }: UpdatePersonInput,
): Promise<UpdatePersonResult> {
  if (!isId(id)) return notFound('person', id);
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const [person] = await tx.person.updateManyAndReturn({
          where: { id },
          data: { name: name ?? undefined },
        });
        if (!person) return notFound('person', id);
        if (contact) {
          await tx.contact.upsert({
            where: { personId: id },
            create: { ...contact, personId: id },
            update: contact,
          });
        }
        return { __typename: 'UpdatePersonPayload' as const, person };
      }),
    personRefusals,
  );
}
