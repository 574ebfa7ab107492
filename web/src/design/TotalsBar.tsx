import Link from 'next/link';
import styles from './TotalsBar.module.css';

/** A figure, what it is of, and the list that it counts. */
export interface Total {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}

/** Figures of a list or a period in a row; one with an address links to what it counts. */
export function TotalsBar({ label, totals }: { label: string; totals: readonly Total[] }) {
  return (
    <section aria-label={label}>
      <dl className={styles.totals}>
        {totals.map(({ label: name, value, href }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">
              {href === undefined ? (
                value
              ) : (
                <Link href={href} prefetch={false}>
                  {value}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
