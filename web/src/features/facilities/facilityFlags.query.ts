import { graphql } from '../../../generated/gql.ts';

/** The flags about a facility, for those who plan for it. */
export const facilityFlags = graphql(`
  query FacilityFlags($id: ID!) {
    facility(id: $id) {
      flags(first: 20) {
        nodes {
          ...RaisedFlag
        }
      }
    }
  }
`);
