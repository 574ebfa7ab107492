import type { Figure } from '@guildhall/kit/figure';
import { sqltag as sql } from '@guildhall/kit/table';

interface Row {
  status: string;
  day: number;
  week: number;
  month: number;
}

/** The statuses that a shift may have before it begins. */
const statuses = ['open', 'assigned', 'cancelled'];

/** How many shifts there are to fill, and how many are: of those that begin within a day, a week and four weeks. */
export const comingShifts: Figure = {
  name: 'guildhall_staffing_coming_shifts',
  help: 'Shifts that begin within so many days from now, by status; blocked slots are not counted.',
  labelNames: ['status', 'days'],
  async count(read) {
    const rows = await read<Row>(sql`
      select status,
        count(*) filter (where starts_at < now() + interval '1 day')::integer as day,
        count(*) filter (where starts_at < now() + interval '7 days')::integer as week,
        count(*)::integer as month
      from staffing.shift
      where starts_at >= now() and starts_at < now() + interval '28 days' and kind = 'work'
      group by status`);
    // Where there is none of a status, that is a number as well.
    const byStatus = new Map(rows.map((row) => [row.status, row]));
    return statuses.flatMap((status) => {
      const { day = 0, week = 0, month = 0 } = byStatus.get(status) ?? {};
      return [
        { labels: { status, days: '1' }, value: day },
        { labels: { status, days: '7' }, value: week },
        { labels: { status, days: '28' }, value: month },
      ];
    });
  },
};
