import styles from './StatusTag.module.css';

/** What a status means, whatever it is called: what is open needs someone, what is off does not take place. */
export type StatusTone = 'open' | 'ok' | 'done' | 'off' | 'danger';

/** A status: always the word, never colour alone; open is dashed, off is struck through. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: string }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
