import Link from 'next/link';
import { Suspense } from 'react';
import type { AgentListQuery } from '../../../generated/graphql.ts';
import { type Column, DataTable } from '../../design/DataTable.tsx';
import { Drawer, WithDrawer } from '../../design/Drawer.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FacilityChoice } from '../../design/FacilityChoice.tsx';
import { FirstHundred } from '../../design/FirstHundred.tsx';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
  withParameters,
} from '../../design/listParameters.ts';
import { MissingFacility } from '../../design/MissingFacility.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { PageSkeleton } from '../../design/Skeleton.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { chosenFacility } from '../../graph/chosenFacility.ts';
import { partOf } from '../../graph/partOf.ts';
import { peopleToFind } from '../../graph/peopleToFind.query.ts';
import { currentSession } from '../../session/currentSession.ts';
import { agentList } from './agentList.query.ts';
import { AgentRecord } from './AgentRecord.tsx';

type Agent = NonNullable<AgentListQuery['agents']>['nodes'][number];

/**
 * The agents, for those who plan for a facility. In the address: `name`, `area` (home area), `needs` (a
 * qualification), `here` (who has worked here), and the `agent` whose record is open.
 */
export async function AgentDirectory({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const chosen = await chosenFacility(textParameter(parameters, 'facility'));
  if (chosen.kind !== 'data' || !chosen.data.facility) {
    return <MissingFacility title="Agents" chosen={chosen} />;
  }
  const { facility, all } = chosen.data;
  const locale = await readerLocale();
  const name = textParameter(parameters, 'name');
  const homeArea = textParameter(parameters, 'area');
  const qualification = textParameter(parameters, 'needs');
  const here = choiceParameter(parameters, 'here', ['yes']);
  const people =
    name === undefined
      ? null
      : partOf(await askGraph(peopleToFind, { filter: { name } }), (data) => data.people);
  const answer =
    people && people.kind !== 'data'
      ? people
      : await askGraph(agentList, {
          ...pageParameters(parameters),
          filter: {
            homeArea,
            qualification,
            ...(here && { workedAtFacilityId: facility.id }),
            ...(people && { personIds: people.data.nodes.map(({ id }) => id) }),
          },
        });
  const outcome = partOf(answer, ({ agents }) => agents);
  const qualifications = answer.kind === 'data' ? (answer.data.qualifications ?? []) : [];
  const base = `${area.base}/agents`;
  const columns: readonly Column<Agent>[] = [
    {
      header: 'Agent',
      cell: ({ id, person }) => (
        <Link prefetch={false} scroll={false} href={base + withParameters(parameters, { agent: id })}>
          {person?.name ?? 'Name not known'}
        </Link>
      ),
    },
    { header: 'Home area', cell: (agent) => agent.homeArea },
    {
      header: 'Qualifications',
      cell: (agent) =>
        agent.qualifications
          .map(({ qualification: each, isExpired }) => each.displayName + (isExpired ? ' (expired)' : ''))
          .join(', '),
    },
    { header: 'Phone', isWhole: true, cell: ({ phone }) => phone },
  ];
  const opened = textParameter(parameters, 'agent');
  return (
    <WithDrawer
      drawer={
        opened && (
          <Drawer
            key={opened}
            title="Agent"
            closeHref={base + withParameters(parameters, { agent: undefined })}
          >
            <Suspense fallback={<PageSkeleton rows={6} />}>
              <AgentRecord id={opened} facility={facility} locale={locale} />
            </Suspense>
          </Drawer>
        )
      }
    >
      <ListPage
        title="Agents"
        note={facility.name}
        before={<FacilityChoice all={all} chosen={facility.id} />}
        chosen={people?.kind === 'data' && people.data.pageInfo.hasNextPage && <FirstHundred />}
        filters={[
          { kind: 'text', name: 'name', label: 'Name' },
          { kind: 'text', name: 'area', label: 'Home area' },
          {
            kind: 'choice',
            name: 'needs',
            label: 'Holds',
            options: [
              { value: '', label: 'Anything' },
              ...qualifications.map(({ code, displayName, parents }) => ({
                value: code,
                label: `${'\u2003'.repeat(parents.length)}${displayName}`,
              })),
            ],
          },
          {
            kind: 'choice',
            name: 'here',
            label: 'Worked here',
            options: [
              { value: '', label: 'Here or not' },
              { value: 'yes', label: 'Have worked here' },
            ],
          },
        ]}
        parameters={parameters}
        outcome={outcome}
        empty={
          <EmptyState action={<Link href={base}>Clear filters</Link>}>
            No agent fits these filters.
          </EmptyState>
        }
      >
        {({ nodes }) => <DataTable caption="Agents" columns={columns} rows={nodes} keyOf={({ id }) => id} />}
      </ListPage>
    </WithDrawer>
  );
}
