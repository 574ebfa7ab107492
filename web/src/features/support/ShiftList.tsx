import Link from 'next/link';
import type { SupportShiftListQuery, ShiftOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { shiftStatuses } from './recordOptions.ts';
import { shiftTitle } from './ShiftItems.tsx';
import { shiftList } from './shiftList.query.ts';

type Row = NonNullable<SupportShiftListQuery['shifts']>['nodes'][number];

const orders: Readonly<Record<string, ShiftOrder>> = {
  '-start': { field: 'STARTS_AT', direction: 'DESC' },
  start: { field: 'STARTS_AT', direction: 'ASC' },
};
const statuses = Object.keys(shiftStatuses) as (keyof typeof shiftStatuses)[];

const columnsFor = (locale: string): readonly Column<Row>[] => [
  {
    header: 'Shift',
    sort: 'start',
    cell: (shift) => <Link href={`/s/shifts/${shift.id}`}>{shiftTitle(shift, locale)}</Link>,
  },
  {
    header: 'Facility',
    cell: ({ facility }) => <Link href={`/s/facilities/${facility.id}`}>{facility.name}</Link>,
  },
  { header: 'Clocks', cell: ({ facility }) => formatZone(facility.timeZone) },
  { header: 'Takes', cell: ({ qualification }) => qualification?.displayName },
  {
    header: 'Agent',
    cell: ({ agent }) =>
      agent && <Link href={`/s/agents/${agent.id}`}>{agent.person?.name ?? 'Without a name'}</Link>,
  },
  {
    header: 'Status',
    cell: ({ status }) => (
      <StatusTag tone={shiftStatuses[status].tone}>{shiftStatuses[status].label}</StatusTag>
    ),
  },
];

/** The shifts: `q` is part of a note or of the name of a facility, `status`, `from` and `to` days, `facility` and `agent` ids. */
export async function ShiftList({ parameters }: { parameters: SearchParameters }) {
  const locale = await readerLocale();
  const status = choiceParameter(parameters, 'status', statuses);
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? '-start';
  const filter = {
    text: textParameter(parameters, 'q'),
    status: status && [status],
    from: dayParameter(parameters, 'from'),
    to: dayParameter(parameters, 'to'),
    facilityId: textParameter(parameters, 'facility'),
    agentId: textParameter(parameters, 'agent'),
  };
  const answer = await askGraph(shiftList, {
    ...pageParameters(parameters),
    filter,
    orderBy: orders[sort],
  });
  const outcome = partOf(answer, ({ shifts }) => shifts);
  return (
    <ListPage
      title="Shifts"
      note="Times by the clocks of each facility. New shifts are made at their facility."
      filters={[
        { kind: 'text', name: 'q', label: 'Note or facility' },
        {
          kind: 'choice',
          name: 'status',
          label: 'Status',
          options: [
            { value: '', label: 'Any' },
            ...statuses.map((value) => ({ value, label: shiftStatuses[value].label })),
          ],
        },
        { kind: 'day', name: 'from', label: 'From' },
        { kind: 'day', name: 'to', label: 'To' },
      ]}
      parameters={parameters}
      outcome={outcome}
      empty={
        Object.values(filter).every((value) => value === undefined) ? (
          <EmptyState action={<Link href="/s/facilities">Facilities</Link>}>
            No shift has been planned yet. New shifts are made at their facility.
          </EmptyState>
        ) : (
          <EmptyState action={<Link href="/s/shifts">Clear filters</Link>}>
            No shift fits these filters.
          </EmptyState>
        )
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="Shifts"
          columns={columnsFor(locale)}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
