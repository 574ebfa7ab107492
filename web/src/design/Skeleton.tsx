import styles from './Skeleton.module.css';

/** What stands where a page's content will be, in its size; for `loading.tsx`. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      <div className={styles.title} />
      <div className={styles.panel}>
        {Array.from({ length: rows }, (_, n) => (
          <div key={n} className={styles.row} />
        ))}
      </div>
    </div>
  );
}
