import { graphql } from '../../../generated/gql.ts';

/** Says how much an agent likes to work at a facility. */
export const setFacilityPreferenceMutation = graphql(`
  mutation SupportSetFacilityPreference($input: SetFacilityPreferenceInput!) {
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
