import Link from 'next/link';
import type { SupportAgentListQuery, AgentOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FirstHundred } from '../../design/FirstHundred.tsx';
import { formatMoney } from '../../design/format.ts';
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
import { peopleToFind } from '../../graph/peopleToFind.query.ts';
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { agentList } from './agentList.query.ts';
import { createAgent } from './createAgent.ts';
import { qualificationOptions } from './recordOptions.ts';

type Row = NonNullable<SupportAgentListQuery['agents']>['nodes'][number];

const orders: Readonly<Record<string, AgentOrder>> = {
  '-made': { field: 'CREATED_AT', direction: 'DESC' },
  made: { field: 'CREATED_AT', direction: 'ASC' },
};

const columnsFor = (locale: string): readonly Column<Row>[] => [
  {
    header: 'Agent',
    cell: ({ id, person }) => <Link href={`/s/agents/${id}`}>{person?.name ?? 'Agent without a name'}</Link>,
  },
  { header: 'Home area', cell: ({ homeArea }) => homeArea },
  { header: 'Phone', isWhole: true, cell: ({ phone }) => phone },
  {
    header: 'Qualifications',
    cell: ({ qualifications }) =>
      qualifications
        .filter(({ isExpired }) => !isExpired)
        .map(({ qualification }) => qualification.displayName)
        .join(', '),
  },
  {
    header: 'Rate',
    isFigure: true,
    cell: ({ hourlyRate }) => hourlyRate && formatMoney(hourlyRate, locale),
  },
];

/** The agents: `q` is part of a name, email or telephone number, `about` of home area or qualification, `qualification` a code. */
export async function AgentList({ parameters }: { parameters: SearchParameters }) {
  const locale = await readerLocale();
  const name = textParameter(parameters, 'q');
  const text = textParameter(parameters, 'about');
  const qualification = textParameter(parameters, 'qualification');
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? '-made';
  const named =
    name === undefined
      ? null
      : partOf(await askGraph(peopleToFind, { filter: { text: name } }), ({ people }) => people);
  const answer =
    named && named.kind !== 'data'
      ? named
      : await askGraph(agentList, {
          ...pageParameters(parameters),
          filter: { text, qualification, personIds: named?.data.nodes.map(({ id }) => id) },
          orderBy: orders[sort],
        });
  const outcome = partOf(answer, ({ agents }) => agents);
  const options = qualificationOptions(answer.kind === 'data' ? answer.data.qualifications : []);
  return (
    <ListPage
      title="Agents"
      actions={
        <ActionButton
          isPrimary
          label="New agent"
          title="Make a person an agent"
          warning="Add the person first when they are not known yet."
          fields={[{ name: 'personId', label: 'Person', kind: 'record', of: 'people', isRequired: true }]}
          action={createAgent}
          done="Agent added."
          goTo="/s/agents/:id"
        />
      }
      chosen={named?.kind === 'data' && named.data.pageInfo.hasNextPage && <FirstHundred />}
      filters={[
        { kind: 'text', name: 'q', label: 'Name, email or phone' },
        { kind: 'text', name: 'about', label: 'Home area or qualification' },
        {
          kind: 'choice',
          name: 'qualification',
          label: 'Holds',
          options: [{ value: '', label: 'Anything' }, ...options],
        },
      ]}
      parameters={parameters}
      outcome={outcome}
      empty={
        (name ?? text ?? qualification) === undefined ? (
          <EmptyState>There are no agents yet. Make a person one by New agent.</EmptyState>
        ) : (
          <EmptyState action={<Link href="/s/agents">Clear filters</Link>}>
            No agent fits these filters.
          </EmptyState>
        )
      }
    >
      {({ nodes }) => (
        <DataTable
          caption="Agents"
          columns={columnsFor(locale)}
          rows={nodes}
          keyOf={({ id }) => id}
          parameters={{ ...parameters, sort }}
        />
      )}
    </ListPage>
  );
}
