import { graphql } from '../../../generated/gql.ts';

/** Forgets what was said of a facility. */
export const clearFacilityPreferenceMutation = graphql(`
  mutation SupportClearFacilityPreference($input: ClearFacilityPreferenceInput!) {
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
