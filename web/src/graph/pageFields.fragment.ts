import { graphql } from '../../generated/gql.ts';

/** Where a page stands in its list, as the pager reads it. */
export const pageFields = graphql(`
  fragment PageFields on PageInfo {
    hasNextPage
    hasPreviousPage
    startCursor
    endCursor
  }
`);
