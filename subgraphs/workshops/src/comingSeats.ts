import type { Figure } from '@guildhall/kit/figure';
import { sqltag as sql } from '@guildhall/kit/table';

interface Row {
  days: number;
  confirmed: number;
  offered: number;
  free: number;
}

/** How many seats published workshops have, and what became of them: of those that begin within a week and four weeks. */
export const comingSeats: Figure = {
  name: 'guildhall_workshops_coming_seats',
  help: 'Seats of published workshops that begin within so many days from now: confirmed, offered or free.',
  labelNames: ['state', 'days'],
  async count(read) {
    const rows = await read<Row>(sql`
      select within.days,
        coalesce(sum(w.seats_taken - w.offered), 0)::integer as confirmed,
        coalesce(sum(w.offered), 0)::integer as offered,
        coalesce(sum(w.capacity - w.seats_taken), 0)::integer as free
      from unnest(array[7, 28]) within (days)
      left join lateral (
        select workshop.seats_taken, workshop.capacity,
          (select count(*) from workshops.participant p where p.workshop_id = workshop.id and p.status = 'offered') as offered
        from workshops.workshop
        where workshop.status = 'published'
          and workshop.starts_at >= now() and workshop.starts_at < now() + within.days * interval '1 day'
      ) w on true
      group by within.days`);
    return rows.flatMap(({ days, ...states }) =>
      Object.entries(states).map(([state, value]) => ({ labels: { state, days: String(days) }, value })),
    );
  },
};
