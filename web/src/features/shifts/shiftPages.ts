import 'server-only';
import type { ShiftFilter, ShiftListQuery, ShiftOrder } from '../../../generated/graphql.ts';
import type { PageArguments } from '../../design/listParameters.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { partOf } from '../../graph/partOf.ts';
import { shiftList } from './shiftList.query.ts';

/** Shifts with the sums of all that fit, however many pages of the graph they took. */
export type Shifts = NonNullable<ShiftListQuery['shifts']>;

/** The most that the graph gives at once. */
const most = 100;

/** A page of shifts that may be larger than the graph's own: it is asked for one after the other. */
export async function shiftPages(
  page: PageArguments,
  filter: ShiftFilter,
  orderBy: ShiftOrder = { field: 'STARTS_AT', direction: 'ASC' },
): Promise<Outcome<Shifts>> {
  const isBackwards = page.before !== undefined;
  const wanted = page.first ?? page.last ?? most;
  let cursor = isBackwards ? page.before : page.after;
  let found: Shifts | undefined;
  const down = new Set<string>();
  for (;;) {
    const count = Math.min(most, wanted - (found?.nodes.length ?? 0));
    const outcome = partOf(
      await askGraph(shiftList, {
        filter,
        orderBy,
        ...(isBackwards ? { last: count, before: cursor } : { first: count, after: cursor }),
      }),
      ({ shifts }) => shifts,
    );
    if (outcome.kind !== 'data') return outcome;
    const next = outcome.data;
    for (const service of outcome.down) down.add(service);
    found = found ? (isBackwards ? join(next, found, next) : join(found, next, next)) : next;
    const { pageInfo } = next;
    const isLast = isBackwards ? !pageInfo.hasPreviousPage : !pageInfo.hasNextPage;
    if (isLast || found.nodes.length >= wanted) return { kind: 'data', data: found, down: [...down] };
    cursor = (isBackwards ? pageInfo.startCursor : pageInfo.endCursor) ?? undefined;
  }
}

/** Two pages that follow each other; the sums are those of any. */
function join(first: Shifts, second: Shifts, sums: Shifts): Shifts {
  return {
    ...sums,
    nodes: [...first.nodes, ...second.nodes],
    pageInfo: {
      hasPreviousPage: first.pageInfo.hasPreviousPage,
      startCursor: first.pageInfo.startCursor,
      hasNextPage: second.pageInfo.hasNextPage,
      endCursor: second.pageInfo.endCursor,
    },
  };
}
