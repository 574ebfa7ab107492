import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Facts } from '../../design/Facts.tsx';
import { formatDay, formatMinutes, formatSpan } from '../../design/format.ts';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { TroubleState } from '../../design/TroubleState.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import type { FacilityName } from '../../graph/chosenFacility.ts';
import { currentSession } from '../../session/currentSession.ts';
import { agentRecord } from './agentRecord.query.ts';
import styles from './AgentRecord.module.css';

const words = { OPEN: 'Open', ASSIGNED: 'Coming', COMPLETED: 'Worked', CANCELLED: 'Cancelled' } as const;
const tones = { OPEN: 'open', ASSIGNED: 'ok', COMPLETED: 'done', CANCELLED: 'off' } as const;

/** An agent as a facility sees them: what they hold, and their shifts and hours at this facility. */
export async function AgentRecord({
  id,
  facility,
  locale,
}: {
  id: string;
  facility: FacilityName;
  locale: string;
}) {
  const { path, area } = await currentSession();
  const outcome = await askGraph(agentRecord, { id, facilityId: facility.id });
  if (outcome.kind !== 'data') return <TroubleState trouble={outcome} path={path} />;
  const { agent } = outcome.data;
  if (!agent) return <EmptyState>There is no such agent, or none that you may see.</EmptyState>;
  const reader = { locale, timeZone: facility.timeZone };
  const { totals, nodes, totalCount } = agent.shifts;
  return (
    <>
      <h3 className={styles.name}>{agent.person?.name ?? 'Name not known'}</h3>
      <Facts
        facts={[
          ['Home area', agent.homeArea],
          ['Phone', agent.phone && <a href={`tel:${agent.phone.replaceAll(' ', '')}`}>{agent.phone}</a>],
          ['Worked here', formatMinutes(totals.workedMinutes)],
          [
            'Shifts here',
            `${totals.completed} worked, ${totals.assigned} coming, ${totals.cancelled} cancelled`,
          ],
        ]}
      />
      <div>
        <RaiseFlagButton
          subjectKind="AGENT"
          subjectId={id}
          subjectName={agent.person?.name ?? 'this agent'}
        />
      </div>
      <FlagList flags={agent.flags.nodes} reader={reader} />
      <section aria-labelledby="agent-qualifications">
        <h3 id="agent-qualifications">Qualifications</h3>
        {agent.qualifications.length === 0 ? (
          <p>None is stated.</p>
        ) : (
          <ul className={styles.list}>
            {agent.qualifications.map(({ id: each, qualification, expiresOn, isExpired }) => {
              const day =
                expiresOn && formatDay(new Date(`${expiresOn}T12:00Z`), { locale, timeZone: 'UTC' });
              return (
                <li key={each}>
                  {qualification.displayName}
                  <span className={styles.about}>
                    {day && (isExpired ? ` ran out ${day} ` : ` until ${day}`)}
                  </span>
                  {isExpired && <StatusTag tone="danger">Expired</StatusTag>}
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <section aria-labelledby="agent-shifts">
        <h3 id="agent-shifts">At {facility.name}</h3>
        {nodes.length === 0 ? (
          <p>No shifts here yet.</p>
        ) : (
          <ul className={styles.list}>
            {nodes.map((shift) => {
              const [start, end] = [new Date(shift.startsAt), new Date(shift.endsAt)];
              return (
                <li key={shift.id}>
                  <Link prefetch={false} href={`${area.base}/shifts?when=any&agent=${id}&shift=${shift.id}`}>
                    {formatDay(start, reader)}, {formatSpan(start, end, reader)}
                  </Link>
                  <span className={styles.about}>
                    {' '}
                    {shift.qualification?.displayName} ·{' '}
                    {formatMinutes(shift.workedMinutes ?? shift.plannedMinutes)}{' '}
                  </span>
                  <StatusTag tone={tones[shift.status]}>{words[shift.status]}</StatusTag>
                </li>
              );
            })}
          </ul>
        )}
        {totalCount > 0 && (
          <p>
            <Link prefetch={false} href={`${area.base}/shifts?when=any&agent=${id}`}>
              All {totalCount} as a list
            </Link>
          </p>
        )}
      </section>
    </>
  );
}
