import Link from 'next/link';
import type { FacilityDirectoryQuery, Preference } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FilteredList } from '../../design/FilteredList.tsx';
import { formatZone } from '../../design/format.ts';
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
import { facilityDirectory } from './facilityDirectory.query.ts';
import { PreferenceControl } from './PreferenceControl.tsx';
import { preferenceLabels } from './preferenceLabels.ts';

type Facility = NonNullable<FacilityDirectoryQuery['facilities']>['nodes'][number];

const columnsFor = (base: string): readonly Column<Facility>[] => [
  {
    header: 'Facility',
    cell: ({ id, name }) => (
      <Link href={`${base}/facilities/${id}`} prefetch={false}>
        {name}
      </Link>
    ),
  },
  { header: 'Address', cell: ({ address }) => address },
  { header: 'Run by', cell: ({ organisation }) => organisation?.name },
  { header: 'Clocks', cell: ({ timeZone }) => formatZone(timeZone) },
  {
    header: 'You said',
    isControl: true,
    cell: ({ id, name, myPreference }) => (
      <PreferenceControl
        facilityId={id}
        name={name}
        said={{ preference: myPreference?.preference ?? null, reason: myPreference?.reason ?? '' }}
      />
    ),
  },
];

const preferences = Object.keys(preferenceLabels) as Preference[];

/** The facilities an agent may work at: `q` is part of a name or address, `said` what the agent has said of them. */
export async function FacilityDirectory({ parameters }: { parameters: SearchParameters }) {
  const { path, area } = await currentSession();
  const text = textParameter(parameters, 'q');
  const myPreference = choiceParameter(parameters, 'said', preferences);
  const answer = await askGraph(facilityDirectory, {
    ...pageParameters(parameters),
    filter: { text, myPreference },
  });
  const outcome = partOf(answer, ({ facilities }) => facilities);
  const locale = await readerLocale();
  return (
    <Page title="Facilities" down={outcome.kind === 'data' ? outcome.down : []}>
      <FilteredList
        filters={[
          { kind: 'text', name: 'q', label: 'Name or address' },
          {
            kind: 'choice',
            name: 'said',
            label: 'You said',
            options: [
              { value: '', label: 'Anything' },
              ...preferences.map((value) => ({ value, label: preferenceLabels[value] })),
            ],
          },
        ]}
      >
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : outcome.data.nodes.length === 0 ? (
          <EmptyState action={<Link href={`${area.base}/facilities`}>Clear filters</Link>}>
            {text || myPreference ? 'No facility fits these filters.' : 'There are no facilities yet.'}
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Facilities"
              columns={columnsFor(area.base)}
              rows={outcome.data.nodes}
              keyOf={({ id }) => id}
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
