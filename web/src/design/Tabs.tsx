import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

/** One of several views of a page; each has an address of its own. */
export interface Tab {
  readonly href: string;
  readonly label: ReactNode;
  readonly isCurrent: boolean;
}

/**
 * Leads from one view of a page to the others.
 *
 * @param label what the views are of, for those who do not see them side by side.
 */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          prefetch={false}
          className={styles.tab}
          href={tab.href}
          aria-current={tab.isCurrent ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
