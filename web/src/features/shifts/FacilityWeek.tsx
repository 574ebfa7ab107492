import Link from 'next/link';
import type { ReactNode } from 'react';
import {
  addDays,
  daysOfWeek,
  hoursOfDay,
  mondayOf,
  mondayOfWeek,
  todayIn,
  weekOf,
} from '../../design/calendar.ts';
import { WithDrawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FacilityChoice } from '../../design/FacilityChoice.tsx';
import { formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import {
  choiceParameter,
  dayParameter,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { MissingFacility } from '../../design/MissingFacility.tsx';
import { Page } from '../../design/Page.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { chosenFacility } from '../../graph/chosenFacility.ts';
import { currentSession } from '../../session/currentSession.ts';
import { FacilityDay } from './FacilityDay.tsx';
import { type RosterRow, rosterRows, rosterShift } from './roster.ts';
import { shiftChoices } from './shiftChoices.query.ts';
import { shiftDrawer } from './ShiftDrawer.tsx';
import { shiftPages } from './shiftPages.ts';
import { WeekRoster } from './WeekRoster.tsx';

/** The most that a week shows; with more, the list is the better place. */
const most = 700;

/**
 * A week of a facility as a roster, or a day of it along its hours. In the address: `w` (2026-W43), `by` (agent), `d`
 * the day that a phone shows, `view` (day) for that day alone, and what is open beside it.
 *
 * @param planning what stands beside the week to plan it as a whole, when the address asks for it.
 */
export async function FacilityWeek({
  parameters,
  planning,
}: {
  parameters: SearchParameters;
  planning?: ReactNode;
}) {
  const { path, area } = await currentSession();
  const chosen = await chosenFacility(textParameter(parameters, 'facility'));
  if (chosen.kind !== 'data' || !chosen.data.facility) {
    return <MissingFacility title="Week" chosen={chosen} />;
  }
  const { facility, all } = chosen.data;
  const locale = await readerLocale();
  const { timeZone } = facility;
  const today = todayIn(timeZone);
  const monday = mondayOfWeek(textParameter(parameters, 'w') ?? '') ?? mondayOf(today);
  if (choiceParameter(parameters, 'view', ['day']) && !planning) {
    const day = dayParameter(parameters, 'd') ?? (weekOf(today) === weekOf(monday) ? today : monday);
    return (
      <FacilityDay
        parameters={parameters}
        facility={facility}
        all={all}
        day={day}
        today={today}
        locale={locale}
      />
    );
  }
  const by = choiceParameter(parameters, 'by', ['agent']) ?? 'qualification';
  const days = daysOfWeek(monday);
  const [outcome, choices] = await Promise.all([
    // The nights of the Sunday before reach into the week.
    shiftPages({ first: most }, { facilityId: facility.id, from: addDays(monday, -1), to: days[6] }),
    askGraph(shiftChoices, { facilityId: facility.id }),
  ]);
  const base = `${area.base}/week`;
  const here = (changes: Readonly<Record<string, string | undefined>>) =>
    base + withParameters(parameters, { shift: undefined, new: undefined, plan: undefined, ...changes });
  const { qualifications, agents } =
    choices.kind === 'data' ? choices.data : { qualifications: null, agents: null };
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const title = `Week ${Number(weekOf(monday).slice(6))}, ${month.format(new Date(addDays(monday, 3)))}`;
  const ofWeek =
    outcome.kind === 'data'
      ? outcome.data.nodes.map((shift) => ({ shift, place: rosterShift(shift, by, timeZone) }))
      : [];
  const inWeek = ofWeek.filter(({ place }) => place.day >= monday).map(({ shift }) => shift);
  return (
    <WithDrawer drawer={planning ?? shiftDrawer({ parameters, base, facility, locale })}>
      <Page
        title={title}
        note={`${facility.name} · Times in ${formatZone(timeZone)}`}
        down={outcome.kind === 'data' ? outcome.down : []}
        actions={
          <>
            <LinkButton variant="default" href={here({ plan: 'copy' })}>
              Copy last week
            </LinkButton>
            <LinkButton variant="default" href={here({ plan: 'template' })}>
              Templates
            </LinkButton>
            <LinkButton href={here({ new: today >= monday && today <= days[6]! ? today : monday })}>
              New shift
            </LinkButton>
          </>
        }
      >
        <FacilityChoice all={all} chosen={facility.id} parameters={{ w: parameters.w, by: parameters.by }} />
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : (
          <>
            {outcome.data.totalCount > most && (
              <p>
                The first {most} of {outcome.data.totalCount} shifts are shown.{' '}
                <Link href={`${area.base}/shifts?from=${monday}&to=${days[6]!}`}>See all as a list</Link>
              </p>
            )}
            <WeekRoster
              key={by}
              monday={monday}
              days={days.map((day) => ({ day, hours: hoursOfDay(day, timeZone) }))}
              rows={rosterRows(inWeek, by)}
              targets={
                by === 'agent'
                  ? agentTargets(rosterRows(inWeek, by), agents?.nodes ?? [])
                  : qualificationTargets(rosterRows(inWeek, by), qualifications ?? [])
              }
              shifts={ofWeek.map(({ place }) => place)}
              by={by}
              today={today}
              locale={locale}
            />
            {inWeek.length === 0 && (
              <EmptyState
                action={
                  <>
                    <Link href={here({ plan: 'copy' })}>Copy last week</Link>
                    {' or '}
                    <Link href={here({ new: monday })}>New shift</Link>
                  </>
                }
              >
                No shifts this week.
              </EmptyState>
            )}
          </>
        )}
      </Page>
    </WithDrawer>
  );
}

/** The rows that are shown and those of every qualification in use. */
function qualificationTargets(
  shown: readonly RosterRow[],
  qualifications: readonly { code: string; displayName: string; isKnown: boolean }[],
): RosterRow[] {
  return joined([
    { key: 'none', label: 'Any qualification', target: null },
    ...shown,
    ...qualifications
      .filter(({ isKnown }) => isKnown)
      .map(({ code, displayName }) => ({ key: code, label: displayName, target: code })),
  ]);
}

/** The rows that are shown and those of everyone who has worked here. */
function agentTargets(
  shown: readonly RosterRow[],
  agents: readonly { id: string; person: { name: string } | null }[],
): RosterRow[] {
  return joined([
    ...shown,
    ...agents
      .map(({ id, person }) => ({ key: id, label: person?.name ?? 'Name not known', target: id }))
      .toSorted((a, b) => a.label.localeCompare(b.label)),
  ]);
}

/** Each once, without those that nothing can be moved to. */
const joined = (rows: readonly RosterRow[]): RosterRow[] => [
  ...new Map(rows.filter(({ target }) => target !== undefined).map((row) => [row.key, row])).values(),
];
