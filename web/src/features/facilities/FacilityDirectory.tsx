import Link from 'next/link';
import type { FacilityDirectoryQuery, Preference } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
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
  const { area } = await currentSession();
  const text = textParameter(parameters, 'q');
  const myPreference = choiceParameter(parameters, 'said', preferences);
  const answer = await askGraph(facilityDirectory, {
    ...pageParameters(parameters),
    filter: { text, myPreference },
  });
  const outcome = partOf(answer, ({ facilities }) => facilities);
  return (
    <ListPage
      title="Facilities"
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
      parameters={parameters}
      outcome={outcome}
      empty={
        text || myPreference ? (
          <EmptyState action={<Link href={`${area.base}/facilities`}>Clear filters</Link>}>
            No facility fits these filters.
          </EmptyState>
        ) : (
          <EmptyState>There are no facilities yet. Support staff add them; they appear here.</EmptyState>
        )
      }
    >
      {({ nodes }) => (
        <DataTable caption="Facilities" columns={columnsFor(area.base)} rows={nodes} keyOf={({ id }) => id} />
      )}
    </ListPage>
  );
}
