import { graphql } from '../../generated/gql.ts';

/** The facilities that an organisation runs: what the pages for facilities choose among. */
export const facilityNames = graphql(`
  query FacilityNames($organisationId: ID!) {
    facilities(first: 100, filter: { organisationId: $organisationId }, orderBy: { field: NAME }) {
      nodes {
        id
        name
        timeZone
      }
    }
  }
`);
