import { graphql } from '../../../generated/gql.ts';

/** Says how much an agent likes to work at a facility, and why. */
export const setFacilityPreference = graphql(`
  mutation SetFacilityPreference($input: SetFacilityPreferenceInput!) {
    setFacilityPreference(input: $input) {
      __typename
      ... on SetFacilityPreferencePayload {
        agent {
          id
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
