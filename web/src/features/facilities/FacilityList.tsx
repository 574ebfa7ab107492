import Link from 'next/link';
import type { FacilityListQuery, FacilityOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatInstant, formatZone } from '../../design/format.ts';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { facilityList } from './facilityList.query.ts';

type Facility = NonNullable<FacilityListQuery['facilities']>['nodes'][number];

const orders: Readonly<Record<string, FacilityOrder>> = {
  name: { field: 'NAME', direction: 'ASC' },
  '-name': { field: 'NAME', direction: 'DESC' },
};

const columnsFor = (locale: string): readonly Column<Facility>[] => [
  {
    header: 'Facility',
    sort: 'name',
    cell: ({ id, name }) => <Link href={`/s/facilities/${id}`}>{name}</Link>,
  },
  { header: 'Run by', cell: ({ organisation }) => organisation?.name },
  { header: 'Address', cell: ({ address }) => address },
  { header: 'Clocks', cell: ({ timeZone }) => formatZone(timeZone) },
  {
    header: 'Last changed',
    isFigure: true,
    cell: ({ updatedAt, timeZone }) => (
      <time dateTime={updatedAt}>{formatInstant(new Date(updatedAt), { locale, timeZone })}</time>
    ),
  },
];

/** Every facility, for support staff: `q` is part of a name or address, `sort` the order. */
export async function FacilityList({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const text = textParameter(parameters, 'q');
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? 'name';
  const answer = await askGraph(facilityList, {
    ...pageParameters(parameters),
    filter: { text },
    orderBy: orders[sort],
  });
  const outcome = partOf(answer, ({ facilities }) => facilities);
  const locale = await readerLocale();
  return (
    <ListPage
      title="Facilities"
      note="Times by the clocks of each facility"
      filters={[{ kind: 'text', name: 'q', label: 'Name or address' }]}
      parameters={parameters}
      outcome={outcome}
      empty={
        text === undefined ? (
          <EmptyState action={<Link href={`${area.base}/organisations`}>Organisations</Link>}>
            There are no facilities yet. One is added at the organisation that runs it.
          </EmptyState>
        ) : (
          <EmptyState action={<Link href={`${area.base}/facilities`}>Clear filters</Link>}>
            No facility fits these filters.
          </EmptyState>
        )
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="Facilities"
          columns={columnsFor(locale)}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
