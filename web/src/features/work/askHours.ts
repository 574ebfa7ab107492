import 'server-only';
import type { HoursQuery, ShiftFilter } from '../../../generated/graphql.ts';
import { askGraph } from '../../graph/askGraph.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { partOf } from '../../graph/partOf.ts';
import { hours } from './hours.query.ts';

/** A shift as far as its hours count, and when and where it is. */
export type ShiftOfHours = NonNullable<HoursQuery['shifts']>['nodes'][number];

/** More shifts than anybody has in the periods of one page. */
const mostPages = 20;

/** Every shift that a filter finds, page by page. */
export async function askHours(filter: ShiftFilter): Promise<Outcome<ShiftOfHours[]>> {
  const found: ShiftOfHours[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < mostPages; page++) {
    const outcome: Outcome<NonNullable<HoursQuery['shifts']>> = partOf(
      await askGraph(hours, { filter, after }),
      ({ shifts }) => shifts,
    );
    if (outcome.kind !== 'data') return outcome;
    found.push(...outcome.data.nodes);
    const { pageInfo } = outcome.data;
    if (!pageInfo.hasNextPage) return { kind: 'data', data: found, down: outcome.down };
    after = pageInfo.endCursor;
  }
  return {
    kind: 'limit',
    message: 'These are too many shifts to count at once. Choose weeks.',
    requestId: '',
  };
}
