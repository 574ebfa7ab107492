import Link from 'next/link';
import type { QueuedFlagFragment } from '../../../generated/graphql.ts';
import { formatDay, formatInstant, formatSpan, type Reader } from '../../design/format.ts';
import { historyNames } from '../../design/historyNames.ts';
import { HistoryValue } from '../../design/HistoryValue.tsx';
import { nameOfField } from '../../design/historyWords.ts';
import { Panel } from '../../design/Page.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { FlagActions } from './FlagActions.tsx';
import styles from './FlagCard.module.css';

const statuses = {
  OPEN: { tone: 'open', label: 'Open' },
  IN_WORK: { tone: 'done', label: 'In work' },
  ANSWERED: { tone: 'ok', label: 'Answered' },
} as const;

const lists = { SHIFT: 'shifts', FACILITY: 'facilities', AGENT: 'agents', PERSON: 'people' } as const;

/** A flag: who asks what of which record, what was answered and changed because of it, and what can be done. */
export async function FlagCard({ flag, reader }: { flag: QueuedFlagFragment; reader: Reader }) {
  const { id, status, message, createdAt, raisedBy, raisedByOrganisation, handler } = flag;
  const at = (instant: string) => formatInstant(new Date(instant), reader);
  const changes = [...flag.changes, ...(flag.personChanges ?? [])];
  const subject = subjectOf(flag, reader.locale);
  const names = await historyNames(changes);
  return (
    <Panel label={`Flag about ${subject}`}>
      <article className={styles.card}>
        <div className={styles.head}>
          <h2>
            <Link href={`/s/${lists[flag.subjectKind]}/${flag.subjectId}`}>{subject}</Link>
          </h2>
          <StatusTag tone={statuses[status].tone}>{statuses[status].label}</StatusTag>
        </div>
        <p className={styles.message}>{message}</p>
        <p className={styles.detail}>
          {raisedBy ? (
            <Link href={`/s/people/${raisedBy.id}`}>{raisedBy.name}</Link>
          ) : (
            'Somebody no longer known'
          )}
          {raisedByOrganisation && (
            <>
              {' for '}
              <Link href={`/s/organisations/${raisedByOrganisation.id}`}>{raisedByOrganisation.name}</Link>
            </>
          )}
          , <time dateTime={createdAt}>{at(createdAt)}</time>
          {flag.takenAt && ` · taken by ${handler?.name ?? 'somebody'} ${at(flag.takenAt)}`}
        </p>
        {flag.answer && (
          <p className={styles.answer}>
            {flag.answer}
            {flag.answeredAt && ` (${at(flag.answeredAt)})`}
          </p>
        )}
        {changes.length > 0 && (
          <div>
            <h3>Changed because of it</h3>
            <ul className={styles.changes}>
              {changes.map(({ at: when, field, before, after }) => (
                <li key={`${when} ${field}`}>
                  {nameOfField(field)}:{' '}
                  <HistoryValue field={field} value={before} reader={reader} names={names} /> →{' '}
                  <HistoryValue field={field} value={after} reader={reader} names={names} />
                </li>
              ))}
            </ul>
          </div>
        )}
        <FlagActions id={id} status={status} />
      </article>
    </Panel>
  );
}

/** What the record is called; that there is none any more, when it was deleted. */
function subjectOf(
  { subjectKind, shift, facility, agent, person }: QueuedFlagFragment,
  locale: string,
): string {
  switch (subjectKind) {
    case 'SHIFT': {
      if (!shift) return 'A shift that is gone';
      const { timeZone, name } = shift.facility;
      const [start, end] = [new Date(shift.startsAt), new Date(shift.endsAt)];
      return `Shift ${formatDay(start, { locale, timeZone })}, ${formatSpan(start, end, { locale, timeZone })} at ${name}`;
    }
    case 'FACILITY':
      return facility?.name ?? 'A facility that is gone';
    case 'AGENT':
      return agent?.person?.name ?? (agent ? 'An agent without a name' : 'An agent who is gone');
    case 'PERSON':
      return person?.name ?? 'A person who is gone';
  }
}
