import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { formatMinutes } from '../../design/format.ts';
import { readerLocale } from '../../design/readerLocale.ts';
import { TotalsBar } from '../../design/TotalsBar.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { shiftsAtFacility } from './shiftsAtFacility.query.ts';
import { ShiftLines } from './ShiftLines.tsx';
import styles from './ShiftsAtFacility.module.css';

/** The agent's own work at a facility: the next shifts, what was worked, and how many are open there. */
export async function ShiftsAtFacility({ facilityId }: { facilityId: string }) {
  const { path, area } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return <TroubleState trouble={agent} path={path} />;
  const there = { agentId: agent.data, facilityId };
  const outcome = partOf(
    await askGraph(shiftsAtFacility, {
      coming: { ...there, startsFrom: now.toISOString() },
      past: { ...there, startsBefore: now.toISOString() },
      open: { facilityId, claimableBy: agent.data },
    }),
    ({ coming, past, open }) => coming && past && open && { coming, past, open },
  );
  if (outcome.kind !== 'data') return <TroubleState trouble={outcome} path={path} />;
  const { coming, past, open } = outcome.data;
  const number = new Intl.NumberFormat(locale);
  const at = `facility=${facilityId}`;
  return (
    <>
      <h2 className={styles.title}>My shifts here</h2>
      <TotalsBar
        label="My work here"
        totals={[
          { label: 'Coming', value: number.format(coming.totalCount), href: `${area.base}/shifts?${at}` },
          {
            label: 'Past',
            value: number.format(past.totalCount),
            href: `${area.base}/shifts?when=past&${at}`,
          },
          { label: 'Worked', value: formatMinutes(past.totals.workedMinutes, locale) },
          {
            label: 'Open for me',
            value: number.format(open.totalCount),
            href: `${area.base}/open?places=all&${at}`,
          },
        ]}
      />
      {coming.nodes.length === 0 ? (
        <EmptyState action={<Link href={`${area.base}/open?places=all&${at}`}>See open shifts here</Link>}>
          You have no coming shifts here.
        </EmptyState>
      ) : (
        <ShiftLines
          label="My next shifts here"
          shifts={coming.nodes}
          agentId={agent.data}
          base={area.base}
          locale={locale}
          now={now}
        />
      )}
    </>
  );
}
