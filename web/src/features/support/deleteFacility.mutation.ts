import { graphql } from '../../../generated/gql.ts';

/** Deletes a facility. */
export const deleteFacilityMutation = graphql(`
  mutation SupportDeleteFacility($input: DeleteFacilityInput!) {
    deleteFacility(input: $input) {
      __typename
      ... on DeleteFacilityPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
