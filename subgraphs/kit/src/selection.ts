import type { GraphQLResolveInfo } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';

/** What an operation asks of a connection, so that nothing else is fetched. */
export interface ConnectionSelection {
  /** Nodes, edges or cursors of the page. */
  readonly rows: boolean;
  /** Whether more rows follow in the direction of paging, which takes one row more. */
  readonly peek: boolean;
  /** How many rows the list has in all, which takes a statement of its own. */
  readonly totalCount: boolean;
  /** What the rows of the list come to, which takes a statement of its own. */
  readonly totals: boolean;
}

/**
 * Reads from a connection field's resolve info what is asked of it, through fragments, aliases and
 * `@skip`/`@include`.
 */
export function connectionSelection(info: GraphQLResolveInfo): ConnectionSelection {
  const fields = children(parseResolveInfo(info) as ResolveTree);
  const pageInfo = fields.filter((field) => field.name === 'pageInfo').flatMap(children);
  const peek = pageInfo.some((field) => field.name === 'hasNextPage' || field.name === 'hasPreviousPage');
  return {
    rows: pageInfo.length > 0 || fields.some((field) => field.name === 'nodes' || field.name === 'edges'),
    peek,
    totalCount: fields.some((field) => field.name === 'totalCount'),
    totals: fields.some((field) => field.name === 'totals'),
  };
}

function children(tree: ResolveTree): ResolveTree[] {
  return Object.values(tree.fieldsByTypeName).flatMap((fields) => Object.values(fields));
}
