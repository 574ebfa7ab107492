import Link from 'next/link';
import type { PageFieldsFragment } from '../../generated/graphql.ts';
import { type SearchParameters, withParameters } from './listParameters.ts';
import styles from './Pager.module.css';

/**
 * How much of a list is shown, and the ways to the pages beside.
 *
 * @param count how many rows are shown.
 * @param parameters the address's search, whose filters are kept.
 */
export function Pager({
  count,
  total,
  pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
  parameters,
  locale,
  label = 'Pages of the list',
}: {
  count: number;
  total: number;
  pageInfo: PageFieldsFragment;
  parameters: SearchParameters;
  locale: string;
  label?: string;
}) {
  const to = (changes: Record<string, string | undefined>) =>
    withParameters(parameters, { after: undefined, before: undefined, ...changes });
  const isPaged = hasNextPage || hasPreviousPage;
  const number = new Intl.NumberFormat(locale);
  return (
    <nav className={styles.pager} aria-label={label}>
      <span className="figures">
        {isPaged ? `${number.format(count)} of ${number.format(total)}` : `${number.format(total)} in all`}
      </span>
      {hasPreviousPage && startCursor && (
        <Link prefetch={false} href={to({ before: startCursor })} rel="prev">
          Previous
        </Link>
      )}
      {hasNextPage && endCursor && (
        <Link prefetch={false} href={to({ after: endCursor })} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}
