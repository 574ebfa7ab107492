import Link from 'next/link';
import { todayIn } from '../../design/calendar.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { FilteredList } from '../../design/FilteredList.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { Page } from '../../design/Page.tsx';
import { Pager } from '../../design/Pager.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { FacilityChosen } from './FacilityChosen.tsx';
import { openShifts } from './openShifts.query.ts';
import { ShiftLines } from './ShiftLines.tsx';

/**
 * The shifts that the agent could have. `q` is part of the facility's name or the note, `facility` one facility, `from`
 * and `to` days; `places` is `liked` for preferred facilities alone or `all` with those that the agent avoids; `kind`
 * is `open` or `offered`.
 */
export async function OpenShifts({ parameters }: { parameters: SearchParameters }) {
  const { path, area } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const agent = await ownAgentId();
  if (agent.kind !== 'data') {
    return (
      <Page title="Open shifts">
        <TroubleState trouble={agent} path={path} />
      </Page>
    );
  }
  const places = choiceParameter(parameters, 'places', ['liked', 'all']);
  const kind = choiceParameter(parameters, 'kind', ['open', 'offered']);
  const filter = {
    claimableBy: agent.data,
    text: textParameter(parameters, 'q'),
    facilityId: textParameter(parameters, 'facility'),
    from: dayParameter(parameters, 'from'),
    to: dayParameter(parameters, 'to'),
    ...(places === 'liked' && { myPreference: 'PREFERRED' as const }),
    ...(places === undefined && { withoutAvoided: true }),
    ...(kind && { offered: kind === 'offered' }),
  };
  const outcome = partOf(
    await askGraph(openShifts, { ...pageParameters(parameters), filter }),
    ({ shifts }) => shifts,
  );
  const isFiltered = Boolean(
    filter.text ?? filter.facilityId ?? filter.from ?? filter.to ?? (places === 'liked' ? places : kind),
  );
  const today = todayIn('UTC', now);
  return (
    <Page
      title="Open shifts"
      note="You are qualified for these and free. Times by the clocks of each facility."
      down={outcome.kind === 'data' ? outcome.down : []}
    >
      <FilteredList
        filters={[
          { kind: 'text', name: 'q', label: 'Facility or note' },
          { kind: 'day', name: 'from', label: 'From', today, locale },
          { kind: 'day', name: 'to', label: 'To', today, locale },
          {
            kind: 'choice',
            name: 'places',
            label: 'Facilities',
            options: [
              { value: '', label: 'All but those I avoid' },
              { value: 'liked', label: 'Those I like' },
              { value: 'all', label: 'All, also those I avoid' },
            ],
          },
          {
            kind: 'choice',
            name: 'kind',
            label: 'Which',
            options: [
              { value: '', label: 'Open and offered' },
              { value: 'open', label: 'Open' },
              { value: 'offered', label: 'Offered by other agents' },
            ],
          },
        ]}
      >
        <FacilityChosen parameters={parameters} />
        {outcome.kind !== 'data' ? (
          <TroubleState trouble={outcome} path={path} />
        ) : outcome.data.nodes.length === 0 ? (
          <EmptyState
            action={
              isFiltered ? (
                <Link href={`${area.base}/open`}>Clear filters</Link>
              ) : (
                <Link href={`${area.base}/profile`}>Look at your qualifications</Link>
              )
            }
          >
            {isFiltered
              ? 'No open shift fits these filters.'
              : 'There is no open shift that you are qualified for and free to take. New ones appear here.'}
          </EmptyState>
        ) : (
          <>
            <ShiftLines
              label="Open shifts"
              shifts={outcome.data.nodes}
              agentId={agent.data}
              base={area.base}
              locale={locale}
              now={now}
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
