import Link from 'next/link';
import { todayIn, weekOf } from '../../design/calendar.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FilteredList } from '../../design/FilteredList.tsx';
import { formatDay, formatMinutes } from '../../design/format.ts';
import {
  choiceParameter,
  dayParameter,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TotalsBar } from '../../design/TotalsBar.tsx';
import { TroublePage } from '../../design/TroublePage.tsx';
import { settings } from '../../env.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { currentSession } from '../../session/currentSession.ts';
import { askHours } from './askHours.ts';
import { FacilityChosen } from './FacilityChosen.tsx';
import styles from './OwnHours.module.css';
import { daysBeside, type Period, type PeriodKind, periodsAround } from './periods.ts';
import { type Hours, sumHours } from './sumHours.ts';

/** A line of hours, with the list that it counts. */
interface Line extends Hours {
  readonly name: string;
  readonly href: string;
}

/**
 * The agent's hours by month, or by week with `by=week`, and by facility: those around the day `at`, today without it.
 * `facility` counts one facility alone.
 */
export async function OwnHours({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const locale = await readerLocale();
  const kind: PeriodKind = choiceParameter(parameters, 'by', ['week']) ?? 'month';
  const at = dayParameter(parameters, 'at') ?? todayIn(settings().homeZone);
  const facility = textParameter(parameters, 'facility');
  const periods = periodsAround(at, kind);
  const [from, to] = [periods[0]!.from, periods.at(-1)!.to];
  const agent = await ownAgentId();
  const outcome =
    agent.kind === 'data' ? await askHours({ agentId: agent.data, facilityId: facility, from, to }) : agent;
  if (outcome.kind !== 'data') return <TroublePage title="Hours" trouble={outcome} />;
  const shifts = outcome.data;
  const listOf = (days: Period, place = facility) =>
    `${area.base}/shifts${withParameters({}, { when: 'all', from: days.from, to: days.to, facility: place })}`;
  const byPeriod = periods.map((period): Line => ({
    name: periodInWords(period, kind, locale),
    href: listOf(period),
    ...sumHours(shifts.filter(({ startsOn }) => startsOn >= period.from && startsOn <= period.to)),
  }));
  const byFacility = [...Map.groupBy(shifts, (shift) => shift.facility.id)]
    .map(([id, there]): Line => ({
      name: there[0]!.facility.name,
      href: listOf({ from, to }, id),
      ...sumHours(there),
    }))
    .toSorted((a, b) => b.planned - a.planned);
  const total = sumHours(shifts);
  const number = new Intl.NumberFormat(locale);
  const columns = (header: string): readonly Column<Line>[] => [
    {
      header,
      cell: ({ name, href }) => (
        <Link href={href} prefetch={false}>
          {name}
        </Link>
      ),
    },
    { header: 'Shifts', isFigure: true, cell: ({ count }) => number.format(count) },
    { header: 'Planned', isFigure: true, cell: ({ planned }) => formatMinutes(planned, locale) },
    { header: 'Worked', isFigure: true, cell: ({ worked }) => formatMinutes(worked, locale) },
  ];
  const beside = daysBeside(at, kind);
  return (
    <Page
      title="Hours"
      note={`${dayInWords(from, locale)} to ${dayInWords(to, locale)}, by the day a shift starts on. Breaks are taken off.`}
      down={outcome.down}
      actions={
        <nav aria-label="Periods" className={styles.steps}>
          <Link href={withParameters(parameters, { at: beside.earlier })} prefetch={false} rel="prev">
            Earlier
          </Link>
          <Link href={withParameters(parameters, { at: undefined }) || '?'} prefetch={false}>
            Today
          </Link>
          <Link href={withParameters(parameters, { at: beside.later })} prefetch={false} rel="next">
            Later
          </Link>
        </nav>
      }
    >
      <FilteredList
        filters={[
          {
            kind: 'choice',
            name: 'by',
            label: 'Totals of each',
            options: [
              { value: '', label: 'Month' },
              { value: 'week', label: 'Week' },
            ],
          },
        ]}
      >
        <FacilityChosen parameters={parameters} />
        <TotalsBar
          label="Hours of all these periods"
          totals={[
            { label: 'Shifts', value: number.format(total.count), href: listOf({ from, to }) },
            { label: 'Planned', value: formatMinutes(total.planned, locale) },
            { label: 'Worked', value: formatMinutes(total.worked, locale) },
          ]}
        />
        <div className={styles.tables}>
          <DataTable
            caption={`Hours by ${kind}`}
            columns={columns(kind === 'month' ? 'Month' : 'Week')}
            rows={byPeriod}
            keyOf={({ href }) => href}
          />
          {byFacility.length === 0 ? (
            <EmptyState action={<Link href={`${area.base}/open`}>Find open shifts</Link>}>
              You have no shifts in these {kind}s.
            </EmptyState>
          ) : (
            <DataTable
              caption="Hours by facility"
              columns={columns('Facility')}
              rows={byFacility}
              keyOf={({ href }) => href}
            />
          )}
        </div>
      </FilteredList>
    </Page>
  );
}

const dayInWords = (day: string, locale: string) =>
  formatDay(new Date(`${day}T12:00Z`), { locale, timeZone: 'UTC' });

function periodInWords({ from, to }: Period, kind: PeriodKind, locale: string): string {
  if (kind === 'week') {
    return `Week ${Number(weekOf(from).slice(6))}: ${dayInWords(from, locale)} to ${dayInWords(to, locale)}`;
  }
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${from}T12:00Z`));
}
