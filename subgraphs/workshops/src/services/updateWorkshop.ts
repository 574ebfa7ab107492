import { invalidInput, notPossibleNow } from '@guildhall/kit/refusals';
import type { Workshop } from '@guildhall/prisma/workshops';
import type { Context } from '../context.ts';
import type { UpdateWorkshopInput } from '../types.generated.ts';
import { busyParticipants } from './busyParticipants.ts';
import { changeWorkshop } from './changeWorkshop.ts';
import { checkTimeZone } from './checkTimeZone.ts';
import { needsPlace, workshopRefusals } from './workshopRefusals.ts';

/** Changes the details of a workshop; who takes part moves with it, unless somebody would be in two at once. */
export async function updateWorkshop(ctx: Context, { id, revision, ...input }: UpdateWorkshopInput) {
  const invalid = checkTimeZone(input.timeZone);
  if (invalid) return invalid;
  let before: Workshop | undefined;
  const changed = await changeWorkshop(
    ctx,
    id,
    (workshop) => {
      before = workshop;
      if (revision != null && revision !== workshop.revision) {
        return notPossibleNow(
          'Somebody else has changed this workshop since you looked at it. Look at it again, then make your change.',
        );
      }
      const keep = <Field extends keyof Workshop & keyof typeof input>(field: Field) =>
        (input[field] ?? workshop[field]) as Workshop[Field];
      const orNull = (field: 'description' | 'place' | 'link') =>
        input[field] === undefined ? workshop[field] : input[field];
      return {
        data: {
          title: keep('title'),
          description: orNull('description'),
          place: orNull('place'),
          link: orNull('link'),
          timeZone: keep('timeZone'),
          startsAt: keep('startsAt'),
          endsAt: keep('endsAt'),
          capacity: keep('capacity'),
          offerHours: keep('offerHours'),
        },
      };
    },
    {
      ...workshopRefusals,
      workshop_place_or_link: () =>
        before!.status === 'draft'
          ? needsPlace()
          : invalidInput('place', 'A published workshop has a place or a link.'),
      workshop_seats_not_oversold: async () => {
        const seatsTaken = (await ctx.db.workshop.findFirst({ where: { id } }))?.seatsTaken ?? 0;
        return {
          __typename: 'TooFewSeats' as const,
          message: `${seatsTaken} seats are taken or held. Cancel participations first, or keep at least as many seats.`,
          seatsTaken,
        };
      },
      participant_no_overlap: () =>
        busyParticipants(ctx, id, input.startsAt ?? before!.startsAt, input.endsAt ?? before!.endsAt),
    },
  );
  return 'workshop' in changed ? { __typename: 'UpdateWorkshopPayload' as const, ...changed } : changed;
}
