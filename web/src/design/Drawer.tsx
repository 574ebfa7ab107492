'use client';

import Link from 'next/link';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import styles from './Drawer.module.css';

/**
 * A record or a form beside the page that it belongs to; on a phone it takes the page's place. It opens with the page:
 * the address says what is in it, and Back closes it. What is beside it stays usable. Escape closes; where something is
 * typed, the form asks first (`useWarnBeforeLeaving`).
 *
 * @param closeHref the address without it.
 */
export function Drawer({
  title,
  closeHref,
  children,
}: {
  title: ReactNode;
  closeHref: string;
  children: ReactNode;
}) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const opener = document.activeElement as HTMLElement | null;
    heading.current?.focus({ preventScroll: true });
    // Wherever the focus is: what had it may be gone, as a form is that has done its work.
    const closeOnEscape = (event: KeyboardEvent) => {
      // As a click, so that a form with something typed is asked.
      if (event.key === 'Escape' && !event.defaultPrevented) close.current?.click();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      opener?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section role="dialog" aria-labelledby={titleId} className={styles.drawer}>
      <header className={styles.header}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Link ref={close} href={closeHref} scroll={false} prefetch={false} className={styles.close}>
          Close
        </Link>
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

/** A page with a drawer over it, when there is one. */
export function WithDrawer({ drawer, children }: { drawer: ReactNode; children: ReactNode }) {
  return (
    <div className={drawer ? styles.open : undefined}>
      <div className={styles.beside}>{children}</div>
      {drawer}
    </div>
  );
}
