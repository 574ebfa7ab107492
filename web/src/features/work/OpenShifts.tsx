import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { ListPage } from '../../design/ListPage.tsx';
import {
  choiceParameter,
  dayParameter,
  pageParameters,
  type SearchParameters,
  textParameter,
} from '../../design/listParameters.ts';
import { readerLocale } from '../../design/readerLocale.ts';
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
  const { area } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const agent = await ownAgentId();
  const places = choiceParameter(parameters, 'places', ['liked', 'all']);
  const kind = choiceParameter(parameters, 'kind', ['open', 'offered']);
  const chosen = {
    text: textParameter(parameters, 'q'),
    facilityId: textParameter(parameters, 'facility'),
    from: dayParameter(parameters, 'from'),
    to: dayParameter(parameters, 'to'),
    ...(places === 'liked' && { myPreference: 'PREFERRED' as const }),
    ...(places === undefined && { withoutAvoided: true }),
    ...(kind && { offered: kind === 'offered' }),
  };
  const outcome =
    agent.kind !== 'data'
      ? agent
      : partOf(
          await askGraph(openShifts, {
            ...pageParameters(parameters),
            filter: { ...chosen, claimableBy: agent.data },
          }),
          ({ shifts }) => shifts && { ...shifts, agentId: agent.data },
        );
  const isFiltered = Boolean(
    chosen.text ?? chosen.facilityId ?? chosen.from ?? chosen.to ?? (places === 'liked' ? places : kind),
  );
  return (
    <ListPage
      title="Open shifts"
      note="You are qualified for these and free. Times by the clocks of each facility."
      filters={[
        { kind: 'text', name: 'q', label: 'Facility or note' },
        { kind: 'day', name: 'from', label: 'From' },
        { kind: 'day', name: 'to', label: 'To' },
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
      chosen={<FacilityChosen parameters={parameters} />}
      parameters={parameters}
      outcome={outcome}
      empty={
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
      }
    >
      {({ nodes, agentId }) => (
        <ShiftLines
          label="Open shifts"
          shifts={nodes}
          agentId={agentId}
          base={area.base}
          locale={locale}
          now={now}
        />
      )}
    </ListPage>
  );
}
