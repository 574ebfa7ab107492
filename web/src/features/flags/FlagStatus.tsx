import Link from 'next/link';
import { askGraph } from '../../graph/askGraph.ts';
import styles from './FlagStatus.module.css';
import { openFlags } from './openFlags.query.ts';

/** How many flags need somebody, as a link to them; nothing while that is not known. */
export async function FlagStatus() {
  const outcome = await askGraph(openFlags, {});
  const count = outcome.kind === 'data' ? outcome.data.flags?.totalCount : undefined;
  if (!count) return null;
  return (
    <Link href="/s/flags" className={styles.status} prefetch={false}>
      <span aria-hidden="true">● </span>
      {count} <span className={styles.words}>{count === 1 ? 'needs' : 'need'} you</span>
    </Link>
  );
}
