import { formatInstant, formatZone } from '../../design/format.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroublePage } from '../../design/TroublePage.tsx';
import { settings } from '../../env.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { CalendarAddress } from './CalendarAddress.tsx';
import styles from './OwnCalendar.module.css';
import { ownCalendar } from './ownCalendar.query.ts';

const programs = [
  [
    'Google Calendar',
    'On a computer: beside “Other calendars” choose +, then “From URL”. Paste the address and choose “Add calendar”.',
  ],
  [
    'iPhone and iPad',
    'Settings, Calendar, Accounts (on some versions Apps, Calendar, Calendar Accounts), “Add Account”, “Other”, “Add Subscribed Calendar”. Paste the address.',
  ],
  ['Calendar on a Mac', '“File”, “New Calendar Subscription”. Paste the address.'],
  ['Outlook', '“Add calendar”, “Subscribe from web”. Paste the address and give it a name.'],
  ['Thunderbird', '“New Calendar”, “On the Network”. Paste the address.'],
] as const;

/** The private address at which calendar programs read the agent's shifts, and how to use it. */
export async function OwnCalendar() {
  const locale = await readerLocale();
  const timeZone = settings().homeZone;
  const outcome = partOf(await askGraph(ownCalendar, {}), ({ me }) => me?.agent);
  if (outcome.kind !== 'data') return <TroublePage title="Calendar address" trouble={outcome} />;
  const { calendarFeed } = outcome.data;
  const since =
    calendarFeed &&
    `${formatInstant(new Date(calendarFeed.createdAt), { locale, timeZone })} ${formatZone(timeZone)} time`;
  return (
    <Page title="Calendar address" down={outcome.down}>
      <div className={styles.sections}>
        <Panel label="Address">
          <CalendarAddress since={since} />
        </Panel>
        <Panel label="How to subscribe">
          <h2>How to subscribe</h2>
          <dl className={styles.programs}>
            {programs.map(([name, how]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.hint}>
            Programs look for changes by themselves, some of them only a few times a day. What you see in
            Guildhall is always up to date.
          </p>
        </Panel>
      </div>
    </Page>
  );
}
