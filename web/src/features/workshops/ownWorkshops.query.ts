import { graphql } from '../../../generated/gql.ts';

/** Where one takes part or took part, and what one organizes. */
export const ownWorkshops = graphql(`
  query OwnWorkshops($now: DateTime!, $first: Int, $after: String, $last: Int, $before: String) {
    me {
      id
      organizes(first: 100, filter: { status: [INVITED, ACTIVE, UNAVAILABLE] }) {
        nodes {
          id
          status
          workshop {
            ...WorkshopFacts
          }
        }
      }
      coming: participations(
        first: 100
        filter: { endsFrom: $now }
        orderBy: { field: STARTS_AT, direction: ASC }
      ) {
        nodes {
          ...OwnParticipation
          workshop {
            ...WorkshopFacts
          }
        }
      }
      past: participations(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: { endsBefore: $now }
      ) {
        totalCount
        nodes {
          ...OwnParticipation
          workshop {
            ...WorkshopFacts
          }
        }
        pageInfo {
          ...PageFields
        }
      }
    }
  }
`);
