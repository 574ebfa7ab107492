import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Facts } from '../../design/Facts.tsx';
import { formatZone } from '../../design/format.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { TroublePage } from '../../design/TroublePage.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import styles from './FacilityRecord.module.css';
import { facilityRecord } from './facilityRecord.query.ts';
import { PreferenceControl } from './PreferenceControl.tsx';

/**
 * One facility, for an agent: where it is, whom to ask, what the agent says of it.
 *
 * @param children what the page shows below, for example the agent's shifts there.
 */
export async function FacilityRecord({ id, children }: { id: string; children: ReactNode }) {
  const { area } = await currentSession();
  const answer = await askGraph(facilityRecord, { id });
  if (answer.kind === 'data' && answer.data.facility === null && answer.down.length === 0) {
    return (
      <Page title="Facility">
        <EmptyState action={<Link href={`${area.base}/facilities`}>All facilities</Link>}>
          There is no such facility.
        </EmptyState>
      </Page>
    );
  }
  const outcome = partOf(answer, ({ facility }) => facility);
  if (outcome.kind !== 'data') return <TroublePage title="Facility" trouble={outcome} />;
  const { name, timeZone, address, contact, organisation, myPreference, flags } = outcome.data;
  const locale = await readerLocale();
  return (
    <Page
      title={name}
      note={`Times in ${formatZone(timeZone)}`}
      down={outcome.down}
      actions={<RaiseFlagButton subjectKind="FACILITY" subjectId={id} subjectName={name} />}
    >
      <div className={styles.record}>
        <Panel label="Where and whom to ask">
          <Facts
            facts={[
              ['Address', address],
              ['Run by', organisation?.name],
              ['Clocks', formatZone(timeZone)],
              ['Ask for', contact?.name],
              [
                'Phone',
                contact?.phone && (
                  <a key="phone" href={`tel:${contact.phone.replaceAll(' ', '')}`}>
                    {contact.phone}
                  </a>
                ),
              ],
              [
                'Email',
                contact?.email && (
                  <a key="email" href={`mailto:${contact.email}`}>
                    {contact.email}
                  </a>
                ),
              ],
            ]}
          />
        </Panel>
        <Panel label="What you say of it">
          <h2>What you say of it</h2>
          <p className={styles.hint}>You and support staff read this, the facility does not.</p>
          <PreferenceControl
            facilityId={id}
            name={name}
            said={{ preference: myPreference?.preference ?? null, reason: myPreference?.reason ?? '' }}
          />
        </Panel>
      </div>
      {children}
      <FlagList flags={flags.nodes} reader={{ locale, timeZone }} />
    </Page>
  );
}
