import Link from 'next/link';
import type { PersonListQuery, PersonOrder } from '../../../generated/graphql.ts';
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
import { createPerson } from './createPerson.ts';
import { personList } from './personList.query.ts';
import { roleOptions } from './recordOptions.ts';

type Row = NonNullable<PersonListQuery['people']>['nodes'][number];

const orders: Readonly<Record<string, PersonOrder>> = {
  name: { field: 'NAME', direction: 'ASC' },
  '-name': { field: 'NAME', direction: 'DESC' },
  '-made': { field: 'CREATED_AT', direction: 'DESC' },
  made: { field: 'CREATED_AT', direction: 'ASC' },
};

const columns: readonly Column<Row>[] = [
  { header: 'Name', sort: 'name', cell: ({ id, name }) => <Link href={`/s/people/${id}`}>{name}</Link> },
  { header: 'Email', cell: ({ contact }) => contact?.email },
  { header: 'Phone', isWhole: true, cell: ({ contact }) => contact?.phone },
  {
    header: 'Belongs to',
    cell: ({ memberships }) =>
      memberships.nodes
        .map(
          ({ role, organisation }) =>
            `${organisation.name} (${roleOptions.find(({ value }) => value === role)?.label ?? role})`,
        )
        .join(', '),
  },
];

/** The people: `q` is part of a name, email or telephone number, `organisation` whose members. */
export async function PersonList({ parameters }: { parameters: SearchParameters }) {
  const text = textParameter(parameters, 'q');
  const organisationId = textParameter(parameters, 'organisation');
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? 'name';
  const filter = { text, organisationId };
  const answer = await askGraph(personList, {
    ...pageParameters(parameters),
    filter,
    orderBy: orders[sort],
  });
  const outcome = partOf(answer, ({ people }) => people);
  return (
    <ListPage
      title="People"
      actions={
        <ActionButton
          isPrimary
          label="New person"
          title="New person"
          fields={[
            { name: 'name', label: 'Name', kind: 'text', isRequired: true },
            { name: 'email', label: 'Email', kind: 'email' },
            { name: 'phone', label: 'Phone', kind: 'phone', description: 'For example +44 20 7946 0018' },
          ]}
          action={createPerson}
          done="Person added."
          goTo="/s/people/:id"
        />
      }
      filters={[{ kind: 'text', name: 'q', label: 'Name, email or phone' }]}
      parameters={parameters}
      outcome={outcome}
      empty={
        <EmptyState action={<Link href="/s/people">Clear filters</Link>}>
          No person fits these filters.
        </EmptyState>
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="People"
          columns={columns}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
