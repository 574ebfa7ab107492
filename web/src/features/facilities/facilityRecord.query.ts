import { graphql } from '../../../generated/gql.ts';

/** One facility, as an agent reads it. */
export const facilityRecord = graphql(`
  query FacilityRecord($id: ID!) {
    facility(id: $id) {
      ...FacilityFields
      organisation {
        name
      }
      myPreference {
        preference
        reason
      }
      flags(first: 20) {
        nodes {
          ...RaisedFlag
        }
      }
    }
  }
`);
