import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Nothing to show: a sentence that says so, and the step that changes it. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
