import { graphql } from '../../../generated/gql.ts';

/** Changes a facility; what is left out stays. */
export const updateFacilityMutation = graphql(`
  mutation SupportUpdateFacility($input: UpdateFacilityInput!) {
    updateFacility(input: $input) {
      __typename
      ... on UpdateFacilityPayload {
        facility {
          ...SupportFacilityFields
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
