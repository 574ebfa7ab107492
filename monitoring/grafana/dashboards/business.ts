import { dashboard } from '../dashboard.ts';
import { figure, lines } from '../panel.ts';

const shifts = 'guildhall_staffing_coming_shifts';
const seats = 'guildhall_workshops_coming_seats';
// Each task counts the same rows: their numbers are one number, not a sum.
const filled = (days: string) =>
  `max by (days) (${shifts}{status="assigned", days="${days}"}) / (sum by (days) (max by (days, status) (${shifts}{status=~"open|assigned", days="${days}"})) > 0)`;
const taken = (days: string) =>
  `max by (days) (${seats}{state="confirmed", days="${days}"}) / (sum by (days) (max by (days, state) (${seats}{days="${days}"})) > 0)`;

/** Whether people work and learn. */
export const business = dashboard({
  name: 'business',
  title: 'Shifts and workshops',
  description:
    'Whether the coming shifts are filled, and the seats of the coming workshops taken. Counted once a minute.',
  from: 'now-7d',
  parts: {
    Shifts: [
      ...[
        ['1', 'tomorrow’s', 'Shifts that begin within a day and have an agent, of all that need one.', 0.98],
        [
          '7',
          'this week’s',
          'Shifts that begin within seven days and have an agent, of all that need one.',
          0.9,
        ],
        [
          '28',
          'four weeks’',
          'Shifts that begin within four weeks and have an agent, of all that need one.',
          0.6,
        ],
      ].map(([days, whose, description, from]) =>
        figure({
          title: `Filled of ${whose} shifts`,
          description: String(description),
          unit: 'percentunit',
          concern: { from: Number(from), isFloor: true },
          queries: { filled: filled(String(days)) },
        }),
      ),
      figure({
        title: 'Open within a day',
        description: 'Nobody has these shifts yet.',
        unit: 'short',
        concern: { from: 1 },
        queries: { open: `max(${shifts}{status="open", days="1"})` },
      }),
      lines({
        title: 'Shifts of the next seven days',
        description: 'By status; blocked slots are not counted.',
        unit: 'short',
        stacked: true,
        queries: { '{{status}}': `max by (status) (${shifts}{days="7"})` },
      }),
      lines({
        title: 'How full the coming days are',
        description: 'The nearer, the fuller they should be.',
        unit: 'percentunit',
        queries: { 'a day': filled('1'), 'a week': filled('7'), 'four weeks': filled('28') },
      }),
    ],
    Workshops: [
      figure({
        title: 'Seats taken, four weeks',
        description: 'Of the published workshops that begin within four weeks.',
        unit: 'percentunit',
        queries: { taken: taken('28') },
      }),
      lines({
        title: 'Seats of the coming four weeks',
        description: 'Offered seats are held for somebody of the waiting list until the offer ends.',
        unit: 'short',
        width: 18,
        stacked: true,
        queries: { '{{state}}': `max by (state) (${seats}{days="28"})` },
      }),
    ],
  },
});
