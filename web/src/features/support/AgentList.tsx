import Link from 'next/link';
import type { SupportAgentListQuery, AgentOrder } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FilteredList } from '../../design/FilteredList.tsx';
import { formatMoney } from '../../design/format.ts';
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
import { ActionButton } from '../../design/records/ActionButton.tsx';
import { agentList, peopleNamed } from './agentList.query.ts';
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
  { header: 'Phone', cell: ({ phone }) => phone },
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
  const { path } = await currentSession();
  const locale = await readerLocale();
  const name = textParameter(parameters, 'q');
  const text = textParameter(parameters, 'about');
  const qualification = textParameter(parameters, 'qualification');
  const sort = choiceParameter(parameters, 'sort', Object.keys(orders)) ?? '-made';
  // Another service knows the names.
  const named =
    name === undefined ? null : partOf(await askGraph(peopleNamed, { text: name }), ({ people }) => people);
  if (named && named.kind !== 'data') {
    return (
      <Page title="Agents">
        <TroubleState trouble={named} path={path} />
      </Page>
    );
  }
  const filter = { text, qualification, personIds: named?.data.nodes.map(({ id }) => id) };
  const answer = await askGraph(agentList, {
    ...pageParameters(parameters),
    filter,
    orderBy: orders[sort],
  });
  const outcome = partOf(answer, ({ agents }) => agents);
  const options = qualificationOptions(answer.kind === 'data' ? answer.data.qualifications : []);
  return (
    <Page
      title="Agents"
      down={outcome.kind === 'data' ? outcome.down : []}
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
    >
      <FilteredList
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
      >
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : outcome.data.nodes.length === 0 ? (
          <EmptyState action={<Link href="/s/agents">Clear filters</Link>}>
            No agent fits these filters.
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Agents"
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
