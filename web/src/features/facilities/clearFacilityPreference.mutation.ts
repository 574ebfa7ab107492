import { graphql } from '../../../generated/gql.ts';

/** Takes back what an agent has said of a facility. */
export const clearFacilityPreference = graphql(`
  mutation ClearFacilityPreference($input: ClearFacilityPreferenceInput!) {
    clearFacilityPreference(input: $input) {
      __typename
      ... on ClearFacilityPreferencePayload {
        agent {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
