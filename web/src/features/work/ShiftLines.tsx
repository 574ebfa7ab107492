import Link from 'next/link';
import type { ShiftLineFragment } from '../../../generated/graphql.ts';
import { formatMinutes, formatZone } from '../../design/format.ts';
import { ReaderTime } from '../../design/ReaderTime.tsx';
import { StatusTag } from '../../design/StatusTag.tsx';
import { ShiftControls } from './ShiftControls.tsx';
import { statusInWords, whenInWords } from './shiftInWords.ts';
import styles from './ShiftLines.module.css';

type Line = ShiftLineFragment & { claimWarnings?: readonly { message: string }[] };

/** Shifts of an agent, or for one: when, where, what it takes, what may speak against it, and what can be done. */
export function ShiftLines({
  label,
  shifts,
  agentId,
  base,
  locale,
  now,
}: {
  label: string;
  shifts: readonly Line[];
  agentId: string;
  /** What the paths of the area begin with. */
  base: string;
  locale: string;
  now: Date;
}) {
  return (
    <ul className={styles.lines} aria-label={label}>
      {shifts.map((shift) => {
        const { facility } = shift;
        const { tone, word } = statusInWords(shift, agentId, now);
        return (
          <li key={shift.id} className={styles.line}>
            <div>
              <Link href={`${base}/shifts/${shift.id}`} prefetch={false} className={styles.when}>
                <time dateTime={shift.startsAt}>{whenInWords(shift, locale)}</time>
              </Link>
              <div className={styles.small}>
                {formatZone(facility.timeZone)} time · {formatMinutes(shift.plannedMinutes, locale)}
                {shift.breakMinutes > 0 && ` and ${shift.breakMinutes} min break`}
                {shift.workedMinutes !== null && ` · worked ${formatMinutes(shift.workedMinutes, locale)}`}
              </div>
              <div className={styles.small}>
                <ReaderTime
                  startsAt={shift.startsAt}
                  endsAt={shift.endsAt}
                  timeZone={facility.timeZone}
                  locale={locale}
                />
              </div>
            </div>
            <div>
              <Link href={`${base}/facilities/${facility.id}`} prefetch={false}>
                {facility.name}
              </Link>
              <div className={styles.small}>
                {[facility.address, shift.qualification?.displayName].filter(Boolean).join(' · ')}
              </div>
              {shift.note && <div className={styles.small}>“{shift.note}”</div>}
              {(shift.claimWarnings ?? []).map(({ message }) => (
                <p key={message} className={styles.warning}>
                  {message}
                </p>
              ))}
            </div>
            <div>
              <StatusTag tone={tone}>{word}</StatusTag>
            </div>
            <ShiftControls shift={shift} agentId={agentId} locale={locale} now={now} />
          </li>
        );
      })}
    </ul>
  );
}
