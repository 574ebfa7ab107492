import Link from 'next/link';
import type { FacilityListQuery, FacilityOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FilteredList } from '../../design/FilteredList.tsx';
import { formatInstant, formatZone } from '../../design/format.ts';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { Pager } from '../../design/Pager.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroubleState } from '../../design/TroubleState.tsx';
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
  const { path, area } = await currentSession();
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
    <Page
      title="Facilities"
      note="Times by the clocks of each facility"
      down={outcome.kind === 'data' ? outcome.down : []}
    >
      <FilteredList filters={[{ kind: 'text', name: 'q', label: 'Name or address' }]}>
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : outcome.data.nodes.length === 0 ? (
          <EmptyState action={<Link href={`${area.base}/facilities`}>Clear filters</Link>}>
            {text ? 'No facility fits these filters.' : 'There are no facilities yet.'}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Facilities"
              columns={columnsFor(locale)}
              rows={outcome.data.nodes}
              keyOf={({ id }) => id}
              parameters={{ ...parameters, sort }}
            />
            <Pager
              count={outcome.data.nodes.length}
              total={outcome.data.totalCount}
              pageInfo={outcome.data.pageInfo}
              parameters={parameters}
              locale={locale}
            />
          </>
        )}
      </FilteredList>
    </Page>
  );
}
