import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { isLeftOut } from './execution/isLeftOut.ts';

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
  const names = new Set<string>();
  const ofPageInfo = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) {
    eachField(info, selectionSet, (name, own) => {
      names.add(name);
      if (name === 'pageInfo') eachField(info, own, (each) => ofPageInfo.add(each));
    });
  }
  return {
    rows: ofPageInfo.size > 0 || names.has('nodes') || names.has('edges'),
    peek: ofPageInfo.has('hasNextPage') || ofPageInfo.has('hasPreviousPage'),
    totalCount: names.has('totalCount'),
    totals: names.has('totals'),
  };
}

/** Visits the fields of a selection, those of its fragments included. */
function eachField(
  info: GraphQLResolveInfo,
  set: SelectionSetNode | undefined,
  visit: (name: string, own: SelectionSetNode | undefined) => void,
): void {
  for (const node of set?.selections ?? []) {
    if (isLeftOut(node, info.variableValues)) continue;
    if (node.kind === Kind.FIELD) visit(node.name.value, node.selectionSet);
    else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node;
      eachField(info, fragment?.selectionSet, visit);
    }
  }
}
