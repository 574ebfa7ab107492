import { graphql } from '../../../generated/gql.ts';

/** A page of the facilities, for agents: with what they have said of each. */
export const facilityDirectory = graphql(`
  query FacilityDirectory($first: Int, $after: String, $last: Int, $before: String, $filter: FacilityFilter) {
    facilities(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: { field: NAME }
    ) {
      totalCount
      nodes {
        id
        name
        timeZone
        address
        myPreference {
          preference
          reason
        }
        organisation {
          name
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
