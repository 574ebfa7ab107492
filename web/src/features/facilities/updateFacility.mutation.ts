import { graphql } from '../../../generated/gql.ts';

/** Changes a facility; what is left out stays. */
export const updateFacility = graphql(`
  mutation UpdateFacility($input: UpdateFacilityInput!) {
    updateFacility(input: $input) {
      __typename
      ... on UpdateFacilityPayload {
        facility {
          ...FacilityFields
        }
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        field
      }
    }
  }
`);
