import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A page with one message and the ways on from it, outside of any area. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.notice}>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
