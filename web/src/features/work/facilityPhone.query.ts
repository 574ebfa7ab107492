import { graphql } from '../../../generated/gql.ts';

/** How to reach the facility of a shift. */
export const facilityPhone = graphql(`
  query FacilityPhone($id: ID!) {
    shift(id: $id) {
      facility {
        contact {
          phone
        }
      }
    }
  }
`);
