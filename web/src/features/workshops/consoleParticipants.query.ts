import { graphql } from '../../../generated/gql.ts';

/** Who takes part in a workshop, for those who organize it. */
export const consoleParticipants = graphql(`
  query WorkshopConsoleParticipants(
    $id: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ParticipantFilter
  ) {
    workshop(id: $id) {
      ...ConsoleFrame
      participants(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        nodes {
          ...ParticipantRow
        }
        pageInfo {
          ...PageFields
        }
      }
    }
  }
`);
