import { graphql } from '../../../generated/gql.ts';

/** What a facility is called. */
export const facilityName = graphql(`
  query FacilityName($id: ID!) {
    facility(id: $id) {
      name
    }
  }
`);
