import Link from 'next/link';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Facts } from '../../design/Facts.tsx';
import { formatMinutes, formatMoney, formatZone } from '../../design/format.ts';
import { Page, Panel } from '../../design/Page.tsx';
import { FlagList } from '../../design/raiseFlag/FlagList.tsx';
import { RaiseFlagButton } from '../../design/raiseFlag/RaiseFlagButton.tsx';
import { ReaderTime } from '../../design/ReaderTime.tsx';
import { readerLocale } from '../../design/readerLocale.ts';
import { StatusTag } from '../../design/StatusTag.tsx';
import { TroublePage } from '../../design/TroublePage.tsx';
import { askGraph } from '../../graph/askGraph.ts';
import { ownAgentId } from '../../graph/ownAgentId.ts';
import { partOf } from '../../graph/partOf.ts';
import { currentSession } from '../../session/currentSession.ts';
import { ShiftControls } from './ShiftControls.tsx';
import { statusInWords, whenInWords } from './shiftInWords.ts';
import styles from './ShiftRecord.module.css';
import { shiftRecord } from './shiftRecord.query.ts';

/** One shift, for an agent: when, where, whom to ask, what it pays, and what can be done. */
export async function ShiftRecord({ id }: { id: string }) {
  const { area } = await currentSession();
  const locale = await readerLocale();
  const now = new Date();
  const agent = await ownAgentId();
  if (agent.kind !== 'data') return <TroublePage title="Shift" trouble={agent} />;
  const answer = await askGraph(shiftRecord, { id });
  // Null is either: staffing is down, or the shift is none that the agent may see.
  const isUnknown = answer.kind === 'data' && answer.data.shift === null && answer.down.length === 0;
  if (isUnknown) {
    return (
      <Page title="Shift">
        <EmptyState action={<Link href={`${area.base}/open`}>See open shifts</Link>}>
          There is no such shift that you may see. Someone else may have it.
        </EmptyState>
      </Page>
    );
  }
  const outcome = partOf(answer, (data) => data.shift);
  if (outcome.kind !== 'data') return <TroublePage title="Shift" trouble={outcome} />;
  const shift = outcome.data;
  const { facility } = shift;
  const { contact } = facility;
  const { tone, word } = statusInWords(shift, agent.data, now);
  return (
    <Page
      title={whenInWords(shift, locale)}
      note={
        <>
          Times in {formatZone(facility.timeZone)}{' '}
          <ReaderTime
            startsAt={shift.startsAt}
            endsAt={shift.endsAt}
            timeZone={facility.timeZone}
            locale={locale}
          />
        </>
      }
      down={outcome.down}
    >
      <Panel label="Shift">
        <div className={styles.record}>
          <Facts
            facts={[
              [
                'Status',
                <StatusTag key="status" tone={tone}>
                  {word}
                </StatusTag>,
              ],
              ['Why cancelled', shift.cancellationReason],
              [
                'Facility',
                <Link key="facility" href={`${area.base}/facilities/${facility.id}`} prefetch={false}>
                  {facility.name}
                </Link>,
              ],
              ['Address', facility.address],
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
              ['Takes', shift.qualification?.displayName ?? 'No qualification'],
              [
                'Hours',
                `${formatMinutes(shift.plannedMinutes, locale)}${shift.breakMinutes > 0 ? `, besides ${shift.breakMinutes} min unpaid break` : ''}`,
              ],
              ['Worked', shift.workedMinutes === null ? null : formatMinutes(shift.workedMinutes, locale)],
              ['Pay', shift.rate ? `${formatMoney(shift.rate, locale)} an hour` : 'At your own rate'],
              ['Note', shift.note],
            ]}
          />
          {shift.claimWarnings.map(({ message }) => (
            <p key={message} className={styles.warning}>
              {message}
            </p>
          ))}
          <div className={styles.controls}>
            <ShiftControls shift={shift} agentId={agent.data} locale={locale} now={now} />
          </div>
          <div>
            <RaiseFlagButton
              subjectKind="SHIFT"
              subjectId={shift.id}
              subjectName={`the shift of ${whenInWords(shift, locale)}`}
            />
          </div>
          <FlagList flags={shift.flags.nodes} reader={{ locale, timeZone: facility.timeZone }} />
        </div>
      </Panel>
    </Page>
  );
}
