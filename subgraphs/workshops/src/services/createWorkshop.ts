import { refuse } from '@guildhall/kit/databaseError';
import { isId } from '@guildhall/kit/id';
import { invalidInput } from '@guildhall/kit/refusals';
import type { Context } from '../context.ts';
import type { CreateWorkshopInput } from '../types.generated.ts';
import { unknownPersons } from '../unknownPersons.ts';
import { checkTimeZone } from './checkTimeZone.ts';
import { valueRefusals } from './workshopRefusals.ts';

const mostOrganizers = 20;

/** Adds a workshop as a draft, with the invitations of who is to organize it. */
export async function createWorkshop(ctx: Context, input: CreateWorkshopInput) {
  const { title, description, place, link, timeZone, startsAt, endsAt, capacity, offerHours } = input;
  const persons = [...new Set(input.organizerPersonIds?.map((id) => id.toLowerCase()))];
  const invalid = checkTimeZone(timeZone);
  if (invalid) return invalid;
  if (persons.length > mostOrganizers || !persons.every(isId)) {
    return invalidInput('organizerPersonIds', `Invite up to ${mostOrganizers} people by their ids.`);
  }
  const [unknown] = await unknownPersons(ctx, persons);
  if (unknown !== undefined) {
    return invalidInput(
      'organizerPersonIds',
      `Nobody is known by the id ${unknown}. Leave it out, or correct it.`,
    );
  }
  return refuse(
    () =>
      ctx.db.$transaction(async (tx) => {
        const workshop = await tx.workshop.create({
          data: {
            title,
            description,
            place,
            link,
            timeZone,
            startsAt,
            endsAt,
            capacity,
            offerHours: offerHours ?? 24,
          },
        });
        await tx.organizer.createMany({
          data: persons.map((personId) => ({ workshopId: workshop.id, personId })),
        });
        return { __typename: 'CreateWorkshopPayload' as const, workshop };
      }),
    valueRefusals,
  );
}
