import type { ReactNode } from 'react';
import type { PageFieldsFragment } from '../../generated/graphql.ts';
import type { Outcome } from '../graph/outcome.ts';
import { currentSession } from '../session/currentSession.ts';
import { type Filter, FilteredList } from './FilteredList.tsx';
import type { SearchParameters } from './listParameters.ts';
import { Page } from './Page.tsx';
import { Pager } from './Pager.tsx';
import { readerLocale } from './readerLocale.ts';
import { TroubleState } from './TroubleState.tsx';

/** A page of a list, as the graph answers it. */
interface Listed {
  readonly nodes: readonly unknown[];
  readonly totalCount: number;
  readonly pageInfo: PageFieldsFragment;
}

/**
 * A page that is one list: its filters, what fits them, and the ways to the pages of the list beside; or what happened,
 * or why there is nothing and what to do.
 *
 * @param before stands above the filters.
 * @param filters those of the list; without any, the list stands alone.
 * @param chosen stands between filters and list, for what is chosen elsewhere.
 * @param empty is shown when nothing fits.
 * @param children shows the rows, of which there is at least one.
 * @param below stands below the ways to other pages.
 */
export async function ListPage<List extends Listed>({
  title,
  note,
  actions,
  before,
  filters,
  chosen,
  parameters,
  outcome,
  empty,
  children,
  below,
}: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  before?: ReactNode;
  filters?: readonly Filter[];
  chosen?: ReactNode;
  parameters: SearchParameters;
  outcome: Outcome<List>;
  empty: ReactNode;
  children: (list: List) => ReactNode;
  below?: (list: List) => ReactNode;
}) {
  const { path } = await currentSession();
  const locale = await readerLocale();
  const rows =
    outcome.kind !== 'data' ? (
      <TroubleState trouble={outcome} path={path} />
    ) : outcome.data.nodes.length === 0 ? (
      empty
    ) : (
      <>
        {children(outcome.data)}
        <Pager
          count={outcome.data.nodes.length}
          total={outcome.data.totalCount}
          pageInfo={outcome.data.pageInfo}
          parameters={parameters}
          locale={locale}
        />
        {below?.(outcome.data)}
      </>
    );
  return (
    <Page title={title} note={note} actions={actions} down={outcome.kind === 'data' ? outcome.down : []}>
      {before}
      {filters ? (
        <FilteredList filters={filters}>
          {chosen}
          {rows}
        </FilteredList>
      ) : (
        rows
      )}
    </Page>
  );
}
