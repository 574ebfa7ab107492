import { graphql } from '../../../generated/gql.ts';

/** Workshops to choose from, with how one takes part in each. */
export const programme = graphql(`
  query WorkshopProgramme(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: WorkshopFilter
    $orderBy: WorkshopOrder
  ) {
    workshops(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      totalCount
      nodes {
        ...WorkshopFacts
        unmetRequirements {
          id
        }
        myParticipation {
          ...OwnParticipation
        }
        myOrganizing {
          status
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
