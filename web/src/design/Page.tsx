import type { ReactNode } from 'react';
import { nameOfService } from '../graph/services.ts';
import { FocusHeading } from './FocusHeading.tsx';
import styles from './Page.module.css';

/**
 * The frame of a page's content: banner, title, what can be done, content.
 *
 * @param down services that did not answer, from the outcome of the page's operation.
 * @param note a line below the title, for example which zone the times are in.
 * @param actions the primary action last.
 */
export function Page({
  title,
  note,
  actions,
  down = [],
  children,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  down?: readonly string[];
  children: ReactNode;
}) {
  return (
    <>
      {down.map((service) => (
        <p key={service} className={styles.banner} role="status">
          <strong>{nameOfService(service)} is down.</strong> The rest works; what is missing comes back by
          itself.
        </p>
      ))}
      <header className={styles.header}>
        <div>
          <FocusHeading>{title}</FocusHeading>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A sheet of paper on the ground of the page. */
export function Panel({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className={styles.panel} aria-label={label}>
      {children}
    </section>
  );
}
