import { graphql } from '../../../generated/gql.ts';

/** A facility with what support staff see of it. */
export const facilityRecord = graphql(`
  query SupportFacilityRecord($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    qualifications {
      code
      displayName
      isKnown
    }
    facility(id: $id) {
      ...SupportFacilityFields
      organisation {
        id
        name
      }
      shifts(first: 10, orderBy: { field: STARTS_AT, direction: DESC }) {
        totalCount
        nodes {
          ...ShiftRow
        }
      }
      flags(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
        ...RecordFlags
      }
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
