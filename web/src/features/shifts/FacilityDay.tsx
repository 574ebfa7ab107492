import Link from 'next/link';
import { addDays, hoursOfDay, weekOf } from '../../design/calendar.ts';
import { WithDrawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FacilityChoice } from '../../design/FacilityChoice.tsx';
import { formatDay, formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { type SearchParameters, withParameters } from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import type { FacilityName } from '../../graph/chosenFacility.ts';
import { currentSession } from '../../session/currentSession.ts';
import { DayTimeline } from './DayTimeline.tsx';
import { shiftDrawer } from './ShiftDrawer.tsx';
import { shiftPages } from './shiftPages.ts';
import { startOfDay } from './timeline.ts';
import { timelineShift } from './timelineShift.ts';
import { WeekViews } from './WeekViews.tsx';
import styles from './WeekRoster.module.css';

/** The most that a day shows. */
const most = 200;

/** A day of a facility along its hours, to change them. */
export async function FacilityDay({
  parameters,
  facility,
  all,
  day,
  today,
  locale,
}: {
  parameters: SearchParameters;
  facility: FacilityName;
  all: readonly FacilityName[];
  day: string;
  today: string;
  locale: string;
}) {
  const { path, area } = await currentSession();
  const { timeZone } = facility;
  const reader = { locale, timeZone };
  // The nights of the day before reach into the day.
  const outcome = await shiftPages(
    { first: most },
    { facilityId: facility.id, from: addDays(day, -1), to: day },
  );
  const base = `${area.base}/week`;
  const here = (changes: Readonly<Record<string, string | undefined>>) =>
    base + withParameters(parameters, { shift: undefined, new: undefined, ...changes });
  const bounds = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)] as const;
  const hours = hoursOfDay(day, timeZone);
  const title = formatDay(new Date(`${day}T12:00Z`), { locale, timeZone: 'UTC' });
  const shifts =
    outcome.kind === 'data'
      ? outcome.data.nodes
          .map((shift) => timelineShift(shift, bounds[0]))
          .filter(({ end }) => end > bounds[0])
          .toSorted((a, b) => a.group.localeCompare(b.group) || a.start - b.start || a.end - b.end)
      : [];
  const days = [
    ['Previous day', addDays(day, -1), '‹'],
    ['Today', today, 'Today'],
    ['Next day', addDays(day, 1), '›'],
  ] as const;
  return (
    <WithDrawer drawer={shiftDrawer({ parameters, base, facility, locale })}>
      <Page
        title={title}
        note={`${facility.name} · Times in ${formatZone(timeZone)}${hours === 24 ? '' : ` · ${hours} hours, since clocks change`}`}
        down={outcome.kind === 'data' ? outcome.down : []}
        actions={<LinkButton href={here({ new: day })}>New shift</LinkButton>}
      >
        <FacilityChoice all={all} chosen={facility.id} parameters={{ view: 'day', d: day }} />
        <div className={styles.bar}>
          <nav aria-label="Days" className={styles.weeks}>
            {days.map(([label, each, text]) => (
              <Link
                key={label}
                href={here({ d: each, w: weekOf(each) })}
                prefetch={false}
                aria-label={label === text ? undefined : label}
                aria-current={each === day ? 'date' : undefined}
              >
                {text}
              </Link>
            ))}
          </nav>
          <WeekViews chosen="day" hrefOf={(view) => here(view)} />
        </div>
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : shifts.length === 0 ? (
          <EmptyState action={<Link href={here({ new: day })}>New shift</Link>}>
            No shifts on this day.
          </EmptyState>
        ) : (
          <DayTimeline
            key={day}
            day={day}
            bounds={bounds}
            shifts={shifts}
            reader={reader}
            label={`Shifts of ${title}`}
          />
        )}
      </Page>
    </WithDrawer>
  );
}
