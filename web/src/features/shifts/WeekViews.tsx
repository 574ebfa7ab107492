import Link from 'next/link';
import styles from './WeekRoster.module.css';

const views = {
  qualification: ['By qualification', { by: undefined, view: undefined }],
  agent: ['By agent', { by: 'agent', view: undefined }],
  day: ['Day', { by: undefined, view: 'day' }],
} as const;

/** The ways to look at a week. */
export function WeekViews({
  chosen,
  hrefOf,
}: {
  chosen: keyof typeof views;
  /** The address of the page with a search changed; undefined takes out. */
  hrefOf: (changes: Readonly<Record<string, string | undefined>>) => string;
}) {
  return (
    <nav aria-label="Views of the week" className={styles.weeks}>
      {Object.entries(views).map(([view, [label, changes]]) => (
        <Link
          key={view}
          prefetch={false}
          scroll={false}
          href={hrefOf(changes)}
          aria-current={view === chosen ? 'true' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
