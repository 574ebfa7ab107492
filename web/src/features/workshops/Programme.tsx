import Link from 'next/link';
import type { WorkshopOrder, WorkshopProgrammeQuery, WorkshopStatus } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { LinkButton } from '../../design/LinkButton.tsx';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ownStatus } from './participationWords.ts';
import { programme } from './programme.query.ts';
import { seatsInWords, whenInWords, whereInWords, workshopStatuses } from './workshopWords.ts';

type Row = NonNullable<WorkshopProgrammeQuery['workshops']>['nodes'][number];

const orders: Readonly<Record<string, WorkshopOrder>> = {
  start: { field: 'STARTS_AT', direction: 'ASC' },
  '-start': { field: 'STARTS_AT', direction: 'DESC' },
  title: { field: 'TITLE', direction: 'ASC' },
  '-title': { field: 'TITLE', direction: 'DESC' },
};

/** What can be shown besides the coming ones; drafts to those who see them. */
const statuses: Readonly<Record<string, readonly WorkshopStatus[] | undefined>> = {
  held: ['HELD'],
  cancelled: ['CANCELLED'],
  draft: ['DRAFT'],
  all: undefined,
};

const columnsFor = (locale: string): readonly Column<Row>[] => [
  {
    header: 'Workshop',
    sort: 'title',
    cell: ({ id, title }) => (
      <Link href={`/w/${id}`} prefetch={false}>
        {title}
      </Link>
    ),
  },
  {
    header: 'When',
    sort: 'start',
    cell: (workshop) => (
      <>
        <time dateTime={workshop.startsAt}>{whenInWords(workshop, locale)}</time>{' '}
        {formatZone(workshop.timeZone)} time
      </>
    ),
  },
  { header: 'Where', cell: whereInWords },
  {
    header: 'Seats',
    isFigure: true,
    cell: (workshop) => (workshop.status === 'PUBLISHED' ? seatsInWords(workshop, locale) : null),
  },
  {
    header: 'You',
    cell: ({ status, myParticipation, myOrganizing, unmetRequirements }) => {
      if (status !== 'PUBLISHED') {
        const { tone, label } = workshopStatuses[status];
        return <StatusTag tone={tone}>{label}</StatusTag>;
      }
      if (myParticipation) {
        const { tone, label } = ownStatus(myParticipation);
        return <StatusTag tone={tone}>{label}</StatusTag>;
      }
      if (myOrganizing?.status === 'ACTIVE') return 'You organize it';
      const unmet = unmetRequirements.length;
      return unmet === 0 ? null : `${unmet} ${unmet === 1 ? 'must' : 'musts'} that you do not bring`;
    },
  },
];

/**
 * The workshops that are coming. `q` is part of title, description or place, `place` of the place alone, `from` and `to`
 * are days, `seats` is `free`, `musts` is `met`; `show` shows others than the coming ones.
 */
export async function Programme({ parameters }: { parameters: SearchParameters }) {
  const { session } = await currentSession();
  const locale = await readerLocale();
  const isSupport = session?.role === 'company';
  const show = choiceParameter(parameters, 'show', Object.keys(statuses));
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? (show ? '-start' : 'start');
  const chosen = {
    text: textParameter(parameters, 'q'),
    place: textParameter(parameters, 'place'),
    from: dayParameter(parameters, 'from'),
    to: dayParameter(parameters, 'to'),
    ...(choiceParameter(parameters, 'seats', ['free']) && { hasSeats: true }),
    ...(choiceParameter(parameters, 'musts', ['met']) && { requirementsMet: true }),
  };
  const isFiltered = show !== undefined || Object.values(chosen).some((value) => value !== undefined);
  const status = show === undefined ? (['PUBLISHED'] as const) : statuses[show];
  const outcome = partOf(
    await askGraph(programme, {
      ...pageParameters(parameters),
      filter: {
        ...chosen,
        ...(status && { status: [...status] }),
        // Without a day, what is over is not worth a line.
        ...(show === undefined && chosen.from === undefined && { startsFrom: new Date().toISOString() }),
      },
      orderBy: orders[sort],
    }),
    ({ workshops }) => workshops,
  );
  return (
    <ListPage
      title="Workshops"
      note="Times by the clocks of each workshop"
      actions={
        <>
          {isSupport && (
            <LinkButton variant="default" href="/w/new">
              New workshop
            </LinkButton>
          )}
          <LinkButton variant="default" href="/w/bring">
            What I bring
          </LinkButton>
          <LinkButton href="/w/mine">My workshops</LinkButton>
        </>
      }
      filters={[
        { kind: 'text', name: 'q', label: 'Title or text' },
        { kind: 'text', name: 'place', label: 'Place' },
        { kind: 'day', name: 'from', label: 'From' },
        { kind: 'day', name: 'to', label: 'To' },
        {
          kind: 'choice',
          name: 'seats',
          label: 'Seats',
          options: [
            { value: '', label: 'Any' },
            { value: 'free', label: 'Free now' },
          ],
        },
        {
          kind: 'choice',
          name: 'musts',
          label: 'Requirements',
          options: [
            { value: '', label: 'Any' },
            { value: 'met', label: 'I meet the musts' },
          ],
        },
        {
          kind: 'choice',
          name: 'show',
          label: 'Show',
          options: [
            { value: '', label: 'Coming' },
            { value: 'held', label: 'Took place' },
            { value: 'cancelled', label: 'Cancelled' },
            ...(isSupport ? [{ value: 'draft', label: 'Drafts' }] : []),
            { value: 'all', label: 'All' },
          ],
        },
      ]}
      parameters={parameters}
      outcome={outcome}
      empty={
        <EmptyState
          action={
            <>
              {isFiltered && <Link href="/w">Clear filters</Link>}
              {chosen.requirementsMet && <Link href="/w/bring">Say what you bring</Link>}
            </>
          }
        >
          {isFiltered
            ? 'No workshop fits these filters.'
            : 'No workshop is coming at present. New ones appear here.'}
        </EmptyState>
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="Workshops"
          columns={columnsFor(locale)}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
