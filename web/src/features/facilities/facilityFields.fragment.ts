import { graphql } from '../../../generated/gql.ts';

/** What a facility's own page shows and its form changes. */
export const facilityFields = graphql(`
  fragment FacilityFields on Facility {
    id
    name
    timeZone
    address
    contact {
      name
      email
      phone
    }
  }
`);
