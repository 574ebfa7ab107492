import { graphql } from '../../../generated/gql.ts';

/** An agent's shifts as far as their hours count. */
export const hours = graphql(`
  query Hours($after: String, $filter: ShiftFilter) {
    shifts(first: 100, after: $after, filter: $filter) {
      nodes {
        startsOn
        status
        plannedMinutes
        workedMinutes
        facility {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
