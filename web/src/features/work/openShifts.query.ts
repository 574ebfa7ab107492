import { graphql } from '../../../generated/gql.ts';

/** A page of the shifts that an agent could have, with what a claim would be refused for. */
export const openShifts = graphql(`
  query OpenShifts($first: Int, $after: String, $last: Int, $before: String, $filter: ShiftFilter) {
    shifts(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        ...ShiftLine
        claimWarnings {
          kind
          message
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
