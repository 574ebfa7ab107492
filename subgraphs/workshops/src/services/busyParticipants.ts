import { asSystem } from '@guildhall/kit/database';
import type { Context } from '../context.ts';

/**
 * Which participants of a workshop are in another one at a time to which it was to move. As the system, since where
 * else people take part is not the organizer's to see: that they are busy is.
 */
export async function busyParticipants(ctx: Context, workshopId: string, startsAt: Date, endsAt: Date) {
  const busy = await asSystem(
    ctx,
    'busyParticipants',
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select p.id from workshops.participant p
       where p.workshop_id = ${workshopId}::uuid and p.status in ('waiting', 'offered', 'confirmed', 'attended')
         and exists (
           select from workshops.participant o
            where o.person_id = p.person_id and o.workshop_id <> p.workshop_id
              and o.status in ('waiting', 'offered', 'confirmed', 'attended')
              and tstzrange(o.starts_at, o.ends_at) && tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz))`,
  );
  const participants = await ctx.db.participant.findMany({
    where: { id: { in: busy.map(({ id }) => id) } },
    orderBy: { place: 'asc' },
  });
  const number = participants.length;
  return {
    __typename: 'ParticipantsBusy' as const,
    message: `${number === 1 ? 'One person who takes part is' : `${number} people who take part are`} in another workshop at that time. Choose another time, or cancel their participation first.`,
    participants,
  };
}
