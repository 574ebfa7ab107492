import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatZone } from '../../design/format.ts';
import { type SearchParameters, textParameter } from '../../design/listParameters.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroublePage } from '../../design/TroublePage.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { facilityFlags } from './facilityFlags.query.ts';
import { FacilityForm } from './FacilityForm.tsx';
import { facilityValues } from './facilityValues.ts';
import { ownFacilities } from './ownFacilities.query.ts';

/** The profile of a facility that the organisation runs; `?facility=` chooses among several. */
export async function FacilityProfile({ parameters }: { parameters: SearchParameters }) {
  const { area } = await currentSession();
  const answer = await askGraph(ownFacilities, { organisationId: area.organisationId ?? '' });
  const outcome = partOf(answer, ({ facilities }) => facilities);
  if (outcome.kind !== 'data') return <TroublePage title="Profile" trouble={outcome} />;
  const { nodes } = outcome.data;
  const wanted = textParameter(parameters, 'facility');
  const facility = nodes.find(({ id }) => id === wanted) ?? nodes[0];
  if (!facility) {
    return (
      <Page title="Profile" down={outcome.down}>
        <EmptyState>Your organisation runs no facility yet. Support staff add the first one.</EmptyState>
      </Page>
    );
  }
  const flags = await askGraph(facilityFlags, { id: facility.id });
  return (
    <Page
      title={facility.name}
      note={`Times in ${formatZone(facility.timeZone)}`}
      down={outcome.down}
      actions={<RaiseFlagButton subjectKind="FACILITY" subjectId={facility.id} subjectName={facility.name} />}
    >
      {nodes.length > 1 && (
        <nav aria-label="Facilities">
          {nodes.map(({ id, name }) => (
            <Link key={id} href={`?facility=${id}`} aria-current={id === facility.id ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      )}
      <Panel label="Profile">
        <FacilityForm
          key={facility.id}
          id={facility.id}
          loaded={facilityValues(facility)}
          timeZones={Intl.supportedValuesOf('timeZone')}
        />
      </Panel>
      <FlagList
        flags={flags.kind === 'data' ? (flags.data.facility?.flags.nodes ?? []) : []}
        reader={{ locale: await readerLocale(), timeZone: facility.timeZone }}
      />
    </Page>
  );
}
