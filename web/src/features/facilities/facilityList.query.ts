import { graphql } from '../../../generated/gql.ts';

/** A page of the facilities, for support staff: with when each last changed. */
export const facilityList = graphql(`
  query FacilityList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: FacilityFilter
    $orderBy: FacilityOrder
  ) {
    facilities(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      totalCount
      nodes {
        id
        name
        timeZone
        address
        updatedAt
        organisation {
          id
          name
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
