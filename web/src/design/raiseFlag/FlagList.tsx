import type { RaisedFlagFragment } from '../../../generated/graphql.ts';
import { formatInstant, type Reader } from '../format.ts';
import styles from './FlagList.module.css';

const words = { OPEN: 'waits for support', IN_WORK: 'support is at it', ANSWERED: 'answered' } as const;

/** The flags about a record for those who raised them, with what support staff answered; nothing when there are none. */
export function FlagList({ flags, reader }: { flags: readonly RaisedFlagFragment[]; reader: Reader }) {
  if (flags.length === 0) return null;
  return (
    <section aria-label="Flags" className={styles.flags}>
      <h3>Flags</h3>
      {flags.map(({ id, message, createdAt, status, answer }) => (
        <div key={id} className={styles.flag}>
          <p>{message}</p>
          <p className={styles.about}>
            {formatInstant(new Date(createdAt), reader)} · {words[status]}
          </p>
          {answer && <p>Answer: {answer}</p>}
        </div>
      ))}
    </section>
  );
}
