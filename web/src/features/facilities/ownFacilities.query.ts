import { graphql } from '../../../generated/gql.ts';

/** The facilities that an organisation runs. */
export const ownFacilities = graphql(`
  query OwnFacilities($organisationId: ID!) {
    facilities(first: 100, filter: { organisationId: $organisationId }, orderBy: { field: NAME }) {
      nodes {
        ...FacilityFields
        organisation {
          name
        }
      }
    }
  }
`);
