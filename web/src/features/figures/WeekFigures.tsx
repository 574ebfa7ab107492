import Link from 'next/link';
import type { SumFieldsFragment } from '../../../generated/graphql.ts';
import { addDays, daysOfWeek, mondayOf, mondayOfWeek, todayIn, weekOf } from '../../design/calendar.ts';
import { DataTable } from '../../design/DataTable.tsx';
import { FacilityChoice } from '../../design/FacilityChoice.tsx';
import { formatDay, formatMinutes } from '../../design/format.ts';
import { type SearchParameters, textParameter, withParameters } from '../../design/listParameters.ts';
import { MissingFacility } from '../../design/MissingFacility.tsx';
import { Page, Panel } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { chosenFacility } from '../../graph/chosenFacility.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { weekFigures } from './weekFigures.query.ts';
import styles from './WeekFigures.module.css';

/** A week of a facility in figures, each a link to the shifts it counts. In the address: `w`, as for the week. */
export async function WeekFigures({ parameters }: { parameters: SearchParameters }) {
  const { path, area } = await currentSession();
  const chosen = await chosenFacility(textParameter(parameters, 'facility'));
  if (chosen.kind !== 'data' || !chosen.data.facility) {
    return <MissingFacility title="Figures" chosen={chosen} />;
  }
  const { facility, all } = chosen.data;
  const locale = await readerLocale();
  const today = todayIn(facility.timeZone);
  const monday = mondayOfWeek(textParameter(parameters, 'w') ?? '') ?? mondayOf(today);
  const days = daysOfWeek(monday);
  const [d0, d1, d2, d3, d4, d5, d6] = days as [string, string, string, string, string, string, string];
  const answer = await askGraph(weekFigures, { facilityId: facility.id, d0, d1, d2, d3, d4, d5, d6 });
  const outcome = partOf(answer, ({ week }) => week);
  const dayText = (day: string) => formatDay(new Date(`${day}T12:00Z`), { locale, timeZone: 'UTC' });
  const period = `${dayText(d0)} to ${dayText(d6)}`;
  const weekHref = (days7: number) => withParameters(parameters, { w: weekOf(addDays(monday, days7)) });
  const listHref = (more: Readonly<Record<string, string>>) =>
    `${area.base}/shifts?${new URLSearchParams({ from: d0, to: d6, facility: facility.id, ...more })}`;
  return (
    <Page
      title={`Figures of week ${Number(weekOf(monday).slice(6))}`}
      note={`${facility.name} · ${period}`}
      down={outcome.kind === 'data' ? outcome.down : []}
      actions={
        <nav aria-label="Weeks" className={styles.weeks}>
          <Link prefetch={false} href={weekHref(-7)}>
            Previous week
          </Link>
          <Link prefetch={false} href={withParameters(parameters, { w: undefined }) || '?'}>
            This week
          </Link>
          <Link prefetch={false} href={weekHref(7)}>
            Next week
          </Link>
        </nav>
      }
    >
      <FacilityChoice all={all} chosen={facility.id} parameters={{ w: parameters.w }} />
      {outcome.kind !== 'data' || answer.kind !== 'data' ? (
        <TroubleState
          trouble={outcome.kind !== 'data' ? outcome : { kind: 'failed', requestId: '' }}
          path={path}
        />
      ) : (
        <Figures
          sums={outcome.data.totals}
          period={period}
          listHref={listHref}
          days={[0, 1, 2, 3, 4, 5, 6].map((n) => ({
            day: days[n]!,
            text: dayText(days[n]!),
            sums: answer.data[`day${n as 0}`]?.totals ?? null,
          }))}
          locale={locale}
        />
      )}
    </Page>
  );
}

/** How many somebody is to fill, how many are filled, and the share; null when there are none. */
function filling({ open, assigned, completed }: SumFieldsFragment) {
  const filled = assigned + completed;
  const total = open + filled;
  return { filled, total, share: total === 0 ? null : filled / total };
}

function Figures({
  sums,
  period,
  listHref,
  days,
  locale,
}: {
  sums: SumFieldsFragment;
  period: string;
  listHref: (more: Readonly<Record<string, string>>) => string;
  days: readonly { day: string; text: string; sums: SumFieldsFragment | null }[];
  locale: string;
}) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const shown = (share: number | null) => (share === null ? '–' : percent.format(share));
  const figures = [
    ['Open', String(sums.open), listHref({ status: 'OPEN' })],
    ['Filled', shown(filling(sums).share), listHref({ status: 'ASSIGNED' })],
    ['Hours planned', formatMinutes(sums.plannedMinutes), listHref({})],
    ['Cancelled', String(sums.cancelled), listHref({ status: 'CANCELLED' })],
  ] as const;
  const known = days.flatMap(({ sums: each, ...day }) => (each ? [{ ...day, sums: each }] : []));
  return (
    <>
      <ul className={styles.figures}>
        {figures.map(([label, value, href]) => (
          <li key={label}>
            <Link prefetch={false} href={href}>
              <span>{label}</span>
              <strong>{value}</strong>
              <span className={styles.period}>{period}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Panel label="Filled day by day">
        <h2>Filled day by day</h2>
        <ul className={styles.bars} aria-hidden="true">
          {known.map(({ day, text, sums: each }) => {
            const { filled, total, share } = filling(each);
            return (
              <li key={day}>
                <span>{text}</span>
                <progress className={styles.bar} max={1} value={share ?? 0} />
                <span>{total === 0 ? 'no shifts' : `${filled} of ${total}`}</span>
              </li>
            );
          })}
        </ul>
        <details className={styles.table}>
          <summary>As table</summary>
          <DataTable
            caption={`Shifts of each day, ${period}`}
            rows={known}
            keyOf={({ day }) => day}
            columns={[
              {
                header: 'Day',
                cell: ({ day, text }) => (
                  <Link prefetch={false} href={listHref({ from: day, to: day })}>
                    {text}
                  </Link>
                ),
              },
              { header: 'Open', isFigure: true, cell: ({ sums: each }) => each.open },
              { header: 'Filled', isFigure: true, cell: ({ sums: each }) => filling(each).filled },
              {
                header: 'Share filled',
                isFigure: true,
                cell: ({ sums: each }) => shown(filling(each).share),
              },
              {
                header: 'Hours',
                isFigure: true,
                cell: ({ sums: each }) => formatMinutes(each.plannedMinutes),
              },
              { header: 'Cancelled', isFigure: true, cell: ({ sums: each }) => each.cancelled },
            ]}
          />
        </details>
      </Panel>
    </>
  );
}
