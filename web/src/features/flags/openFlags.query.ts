import { graphql } from '../../../generated/gql.ts';

/** How many flags wait for somebody. */
export const openFlags = graphql(`
  query OpenFlags {
    flags(first: 1, filter: { status: [OPEN] }) {
      totalCount
    }
  }
`);
