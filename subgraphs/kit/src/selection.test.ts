import { buildSchema, graphqlSync } from 'graphql';
import { expect, test } from 'vitest';
import { type ConnectionSelection, connectionSelection } from './selection.ts';

const schema = buildSchema(`
  type Query { list: Connection }
  type Connection { nodes: [String] edges: [String] totalCount: Int totals: Int pageInfo: PageInfo }
  type PageInfo { hasNextPage: Boolean hasPreviousPage: Boolean endCursor: String }
`);
const nothing: ConnectionSelection = { rows: false, peek: false, totalCount: false, totals: false };

test.each<[string, Partial<ConnectionSelection>]>([
  ['{ list { __typename } }', {}],
  ['{ list { nodes } }', { rows: true }],
  ['{ list { nodes: totalCount } }', { totalCount: true }],
  ['{ list { it: edges totals } }', { rows: true, totals: true }],
  ['{ list { pageInfo { endCursor } } }', { rows: true }],
  [
    '{ list { ...a } } fragment a on Connection { totalCount ... { page: pageInfo { ...b } } } fragment b on PageInfo { hasNextPage }',
    { rows: true, peek: true, totalCount: true },
  ],
  [
    '{ list { totalCount } list { pageInfo { end: endCursor } pageInfo { hasPreviousPage } } }',
    { rows: true, peek: true, totalCount: true },
  ],
  [
    '{ list { nodes @skip(if: true) totalCount @include(if: false) totals @skip(if: false) } }',
    { totals: true },
  ],
  [
    'query ($no: Boolean = false) { list { __typename ...a @include(if: $no) totals @skip(if: $no) } } fragment a on Connection { nodes }',
    { totals: true },
  ],
])('%s', (source, expected) => {
  let selection: ConnectionSelection | undefined;
  const { errors } = graphqlSync({
    schema,
    source,
    rootValue: {
      list: (_args: unknown, _context: unknown, info: Parameters<typeof connectionSelection>[0]) => {
        selection = connectionSelection(info);
      },
    },
  });
  expect(errors).toBeUndefined();
  expect(selection).toEqual({ ...nothing, ...expected });
});
