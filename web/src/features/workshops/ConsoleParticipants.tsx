import Link from 'next/link';
import type { ParticipantRowFragment, ParticipantStatus } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatDay, formatTime, type Reader } from '../../design/format.ts';
import { FilteredList } from '../../design/FilteredList.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { Pager } from '../../design/Pager.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { TotalsBar } from '../../design/TotalsBar.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { currentSession } from '../../session/currentSession.ts';
import { cancelParticipant } from './cancelParticipant.ts';
import { ConsolePage } from './ConsolePage.tsx';
import styles from './ConsoleParticipants.module.css';
import { consoleParticipants } from './consoleParticipants.query.ts';
import { MissingWorkshop } from './MissingWorkshop.tsx';
import { nameOf } from './nameOf.ts';
import { isLive, participantStatuses } from './participationWords.ts';

/** What can be listed; those who take part or took part when nothing is chosen. */
const lists: Readonly<Record<string, readonly ParticipantStatus[]>> = {
  seats: ['CONFIRMED'],
  waiting: ['OFFERED', 'WAITING'],
  there: ['ATTENDED'],
  absent: ['NO_SHOW'],
  cancelled: ['CANCELLED'],
};
const present: readonly ParticipantStatus[] = ['CONFIRMED', 'OFFERED', 'WAITING', 'ATTENDED', 'NO_SHOW'];

/** Who takes part, in the order in which they signed up; `list` and `name` in the address show a part of them. */
export async function ConsoleParticipants({ id, parameters }: { id: string; parameters: SearchParameters }) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const list = choiceParameter(parameters, 'list', Object.keys(lists));
  const name = textParameter(parameters, 'name');
  const outcome = await askGraph(consoleParticipants, {
    id,
    ...pageParameters(parameters, 100),
    filter: { status: [...(list === undefined ? present : lists[list]!)], name },
  });
  const workshop = outcome.kind === 'data' ? outcome.data.workshop : null;
  if (outcome.kind !== 'data' || !workshop) return <MissingWorkshop outcome={outcome} path={path} />;
  const { waiting, offered, confirmed, cancelled, attended, noShow } = workshop.all.totals;
  const { nodes, totalCount, pageInfo } = workshop.participants;
  const number = new Intl.NumberFormat(locale);
  const total = (label: string, value: number, of?: string) => ({
    label,
    value: number.format(value),
    ...(of !== undefined && value > 0 && { href: `/w/${id}/organize?list=${of}` }),
  });
  const isPart = list !== undefined || name !== undefined;
  return (
    <ConsolePage workshop={workshop} tab="participants" down={outcome.down} locale={locale}>
      <div className={styles.participants}>
        <TotalsBar
          label="Where people stand"
          totals={[
            total('Seats', workshop.capacity),
            total('Free', workshop.seatsLeft),
            total('Have a seat', confirmed, 'seats'),
            total('Waiting', waiting + offered, 'waiting'),
            ...(attended + noShow > 0
              ? [total('Were there', attended, 'there'), total('Were not', noShow, 'absent')]
              : []),
            total('Cancelled', cancelled, 'cancelled'),
          ]}
        />
        {list !== undefined && (
          <p>
            <Link href={`/w/${id}/organize`} prefetch={false}>
              Show everybody
            </Link>
          </p>
        )}
        <FilteredList filters={[{ kind: 'text', name: 'name', label: 'Name' }]}>
          {nodes.length === 0 ? (
            <EmptyState action={isPart && <Link href={`/w/${id}/organize`}>Show everybody</Link>}>
              {name !== undefined
                ? 'Nobody in this list is called so.'
                : isPart
                  ? 'Nobody is in this list.'
                  : 'Nobody has signed up yet.'}
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Participants"
                columns={columnsFor({ locale, timeZone: workshop.timeZone })}
                rows={nodes}
                keyOf={(participant) => participant.id}
              />
              <Pager
                count={nodes.length}
                total={totalCount}
                pageInfo={pageInfo}
                parameters={parameters}
                locale={locale}
              />
            </>
          )}
        </FilteredList>
      </div>
    </ConsolePage>
  );
}

const moment = (instant: string, reader: Reader) =>
  `${formatDay(new Date(instant), reader)}, ${formatTime(new Date(instant), reader)}`;

const columnsFor = (reader: Reader): readonly Column<ParticipantRowFragment>[] => [
  { header: 'Name', cell: ({ person }) => nameOf(person) },
  {
    header: 'Status',
    cell: ({ status, waitingPosition }) => (
      <StatusTag tone={participantStatuses[status].tone}>
        {waitingPosition === null
          ? participantStatuses[status].label
          : `${participantStatuses[status].label}, number ${waitingPosition}`}
      </StatusTag>
    ),
  },
  {
    header: 'To know',
    cell: ({ status, offeredUntil, requirementsChanged, cancellationReason, ...rest }) =>
      [
        status === 'OFFERED' && offeredUntil && `held until ${moment(offeredUntil, reader)}`,
        isLive({ status }) && requirementsChanged && 'has not seen the latest requirements',
        status === 'CANCELLED' && causes[rest.cancelledBy ?? 'ORGANIZER'],
        cancellationReason && `“${cancellationReason}”`,
      ]
        .filter(Boolean)
        .join(' · '),
  },
  { header: 'Signed up', isFigure: true, cell: ({ signedUpAt }) => moment(signedUpAt, reader) },
  {
    header: 'Cancel',
    isControl: true,
    cell: ({ id, status, person }) =>
      isLive({ status }) && (
        <ActionButton
          isSmall
          label="Cancel"
          dismiss="Keep it"
          accessibleLabel={`Cancel the participation of ${nameOf(person)}`}
          title={`Cancel the participation of ${nameOf(person)}`}
          warning={
            status === 'WAITING'
              ? 'The place in line goes.'
              : 'The seat goes to the next in line at once, so that this cannot be undone.'
          }
          fields={[{ name: 'reason', label: `Why, for ${nameOf(person)}`, kind: 'longText' }]}
          fixed={{ id }}
          action={cancelParticipant}
          done={`Cancelled: ${nameOf(person)}.`}
        />
      ),
  },
];

const causes = {
  PERSON: 'gave it up',
  OFFER_EXPIRED: 'did not take the seat in time',
  ORGANIZER: 'cancelled by an organizer',
  WORKSHOP_CANCELLED: 'the workshop was cancelled',
  WORKSHOP_OVER: 'still waited when it was over',
} as const;
