import Link from 'next/link';
import type { OrganisationListQuery, OrganisationOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { createOrganisation } from './createOrganisation.ts';
import { organisationList } from './organisationList.query.ts';
import { kindLabels, kindOptions } from './recordOptions.ts';

type Row = NonNullable<OrganisationListQuery['organisations']>['nodes'][number];

const orders: Readonly<Record<string, OrganisationOrder>> = {
  name: { field: 'NAME', direction: 'ASC' },
  '-name': { field: 'NAME', direction: 'DESC' },
};

const columns: readonly Column<Row>[] = [
  {
    header: 'Organisation',
    sort: 'name',
    cell: ({ id, name }) => <Link href={`/s/organisations/${id}`}>{name}</Link>,
  },
  { header: 'Kind', cell: ({ kind }) => kindLabels[kind] },
];

/** The organisations: `q` is part of the name, `kind` what they are. */
export async function OrganisationList({ parameters }: { parameters: SearchParameters }) {
  const name = textParameter(parameters, 'q');
  const kind = choiceParameter(
    parameters,
    'kind',
    kindOptions.map(({ value }) => value),
  );
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? 'name';
  const filter = { name, kind };
  const answer = await askGraph(organisationList, {
    ...pageParameters(parameters),
    filter,
    orderBy: orders[sort],
  });
  const outcome = partOf(answer, ({ organisations }) => organisations);
  return (
    <ListPage
      title="Organisations"
      actions={
        <ActionButton
          isPrimary
          label="New organisation"
          title="New organisation"
          fields={[
            { name: 'name', label: 'Name', kind: 'text', isRequired: true },
            { name: 'kind', label: 'Kind', kind: 'choice', options: kindOptions },
          ]}
          values={{ kind: 'FACILITY' }}
          action={createOrganisation}
          done="Organisation added."
          goTo="/s/organisations/:id"
        />
      }
      filters={[
        { kind: 'text', name: 'q', label: 'Name' },
        {
          kind: 'choice',
          name: 'kind',
          label: 'Kind',
          options: [{ value: '', label: 'Any' }, ...kindOptions],
        },
      ]}
      parameters={parameters}
      outcome={outcome}
      empty={
        <EmptyState action={<Link href="/s/organisations">Clear filters</Link>}>
          No organisation fits these filters.
        </EmptyState>
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="Organisations"
          columns={columns}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
