import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ShiftStatus } from '../../../generated/graphql.ts';
import { addDays, mondayOf, todayIn } from '../../design/calendar.ts';
import { WithDrawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FacilityChoice } from '../../design/FacilityChoice.tsx';
import { formatDay, formatMinutes, formatSpan, formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { MissingFacility } from '../../design/MissingFacility.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { chosenFacility } from '../../graph/chosenFacility.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ChosenShifts } from './ChosenShifts.tsx';
import { shiftChoices } from './shiftChoices.query.ts';
import { shiftDrawer } from './ShiftDrawer.tsx';
import { type Shifts, shiftPages } from './shiftPages.ts';
import styles from './ShiftList.module.css';
import { ShiftTable } from './ShiftTable.tsx';
import { statusWords } from './shiftStatus.ts';

const periods = {
  coming: 'From today on',
  today: 'Today',
  week: 'This week',
  next: 'Next week',
  last: 'Last week',
  past: 'Until yesterday',
  any: 'Any time',
} as const;

type Period = keyof typeof periods;

const statuses = Object.keys(statusWords) as ShiftStatus[];

/**
 * The shifts of a facility. In the address: `when` or `from` and `to`, `status`, `needs` (a qualification), `agent`,
 * `open`, `q` (part of the note), `sort`, `size`, and the record that is open.
 */
export async function ShiftList({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const chosen = await chosenFacility(textParameter(parameters, 'facility'));
  if (chosen.kind !== 'data' || !chosen.data.facility) {
    return <MissingFacility title="Shifts" chosen={chosen} />;
  }
  const { facility, all } = chosen.data;
  const locale = await readerLocale();
  const { timeZone } = facility;
  const reader = { locale, timeZone };
  const today = todayIn(timeZone);
  const status = choiceParameter(parameters, 'status', statuses);
  const sort = choiceParameter(parameters, 'sort', ['start', '-start']) ?? 'start';
  const size = choiceParameter(parameters, 'size', ['50', '500']) ?? '50';
  const text = textParameter(parameters, 'q');
  const qualification = textParameter(parameters, 'needs');
  const agentId = textParameter(parameters, 'agent');
  const { from, to } = spanOf(parameters, today);
  const hasDays =
    dayParameter(parameters, 'from') !== undefined || dayParameter(parameters, 'to') !== undefined;

  const [outcome, choices] = await Promise.all([
    shiftPages(
      pageParameters(parameters, Number(size)),
      {
        facilityId: facility.id,
        from,
        to,
        text,
        qualification,
        agentId,
        ...(status && { status: [status] }),
        ...(status === 'OPEN' && { kind: 'WORK' }),
      },
      { field: 'STARTS_AT', direction: sort === 'start' ? 'ASC' : 'DESC' },
    ),
    askGraph(shiftChoices, { facilityId: facility.id }),
  ]);
  const { qualifications, agents } =
    choices.kind === 'data' ? choices.data : { qualifications: null, agents: null };
  const base = `${area.base}/shifts`;
  const nameOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
    `${formatDay(new Date(startsAt), reader)}, ${formatSpan(new Date(startsAt), new Date(endsAt), reader)}`;
  const isFiltered = Object.keys(parameters).some((name) => !['sort', 'size', 'facility'].includes(name));
  const newHref = `${base}${withParameters(parameters, { new: today, shift: undefined })}`;
  return (
    <WithDrawer drawer={shiftDrawer({ parameters, base, facility, locale })}>
      <ListPage
        title="Shifts"
        note={`${facility.name} · Times in ${formatZone(timeZone)}`}
        actions={<LinkButton href={newHref}>New shift</LinkButton>}
        before={<FacilityChoice all={all} chosen={facility.id} />}
        filters={[
          {
            kind: 'choice',
            name: 'when',
            label: 'When',
            clears: ['from', 'to'],
            options: [
              { value: '', label: hasDays ? 'Chosen days' : periods.coming },
              ...Object.entries(periods)
                .filter(([value]) => hasDays || value !== 'coming')
                .map(([value, label]) => ({ value, label })),
            ],
          },
          { kind: 'day', name: 'from', label: 'From', clears: ['when'], today },
          { kind: 'day', name: 'to', label: 'To', clears: ['when'], today },
          {
            kind: 'choice',
            name: 'status',
            label: 'Status',
            options: [
              { value: '', label: 'Any' },
              ...statuses.map((value) => ({ value, label: statusWords[value] })),
            ],
          },
          {
            kind: 'choice',
            name: 'needs',
            label: 'Qualification',
            options: [
              { value: '', label: 'Any' },
              ...(qualifications ?? []).map(({ code, displayName, parents }) => ({
                value: code,
                label: `${'\u2003'.repeat(parents.length)}${displayName}`,
              })),
            ],
          },
          {
            kind: 'choice',
            name: 'agent',
            label: 'Agent',
            options: [{ value: '', label: 'Anyone' }, ...agentOptions(agents?.nodes ?? [], agentId)],
          },
          { kind: 'text', name: 'q', label: 'Part of the note' },
        ]}
        parameters={parameters}
        outcome={outcome}
        empty={
          <EmptyState
            action={
              isFiltered ? <Link href={base}>Clear filters</Link> : <Link href={newHref}>New shift</Link>
            }
          >
            {isFiltered ? 'No shift fits these filters.' : 'No shift is planned from today on.'}
          </EmptyState>
        }
        below={({ totalCount }) =>
          totalCount > 50 && (
            <p className={styles.size}>
              <Link
                prefetch={false}
                href={`${base}${withParameters(parameters, {
                  size: size === '50' ? '500' : undefined,
                  after: undefined,
                  before: undefined,
                })}`}
              >
                {size === '50' ? 'Up to 500 at once' : '50 at once'}
              </Link>
            </p>
          )
        }
      >
        {(shifts) => (
          <>
            <Sums shifts={shifts} locale={locale} />
            <ChosenShifts
              facilityId={facility.id}
              shifts={shifts.nodes
                .filter(isLive)
                .map(({ id, qualification, ...shift }) => ({ id, name: nameOf(shift), qualification }))}
            >
              <ShiftTable
                caption="Shifts"
                shifts={shifts.nodes}
                reader={reader}
                base={base}
                areaBase={area.base}
                parameters={{ ...parameters, sort }}
                choice={(shift) => (isLive(shift) ? nameOf(shift) : null)}
              />
            </ChosenShifts>
          </>
        )}
      </ListPage>
    </WithDrawer>
  );
}

/** Whether something can still be done to a shift. */
const isLive = ({ status }: { status: ShiftStatus }) => status === 'OPEN' || status === 'ASSIGNED';

/** The days that an address asks for. */
function spanOf(parameters: SearchParameters, today: string): { from?: string; to?: string } {
  const [from, to] = [dayParameter(parameters, 'from'), dayParameter(parameters, 'to')];
  if (from !== undefined || to !== undefined) return { from, to };
  const monday = mondayOf(today);
  switch (choiceParameter(parameters, 'when', Object.keys(periods) as Period[])) {
    case 'any':
      return {};
    case 'today':
      return { from: today, to: today };
    case 'past':
      return { to: addDays(today, -1) };
    case 'week':
      return { from: monday, to: addDays(monday, 6) };
    case 'next':
      return { from: addDays(monday, 7), to: addDays(monday, 13) };
    case 'last':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    default:
      return { from: today };
  }
}

/** Who has worked here, by name; who is chosen is among them in any case. */
function agentOptions(agents: readonly { id: string; person: { name: string } | null }[], chosen?: string) {
  const options = agents
    .map(({ id, person }) => ({ value: id, label: person?.name ?? 'Name not known' }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return chosen === undefined || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: 'The chosen agent' }, ...options];
}

/** How many there are of each status, and how many hours; of the whole list, not of its page. */
function Sums({ shifts: { totals }, locale }: { shifts: Shifts; locale: string }) {
  const number = new Intl.NumberFormat(locale);
  const sums: readonly (readonly [number, string])[] = [
    [totals.open, 'open'],
    [totals.assigned, 'filled'],
    [totals.completed, 'worked'],
    [totals.cancelled, 'cancelled'],
    [totals.placeholders, 'kept free'],
  ];
  const parts: ReactNode[] = sums
    .filter(([count]) => count > 0)
    .map(([count, word]) => (
      <span key={word}>
        <strong>{number.format(count)}</strong> {word}
      </span>
    ));
  return (
    <p className={styles.sums} aria-label="Sums of the whole list">
      {parts}
      <span>
        <strong>{formatMinutes(totals.plannedMinutes)}</strong> planned
      </span>
      {totals.workedMinutes > 0 && (
        <span>
          <strong>{formatMinutes(totals.workedMinutes)}</strong> worked
        </span>
      )}
    </p>
  );
}
