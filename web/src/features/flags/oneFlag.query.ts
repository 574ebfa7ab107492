import { graphql } from '../../../generated/gql.ts';

/** One flag, that an address names. */
export const oneFlag = graphql(`
  query OneFlag($id: ID!) {
    flag(id: $id) {
      ...QueuedFlag
    }
  }
`);
