import { graphql } from '../../../generated/gql.ts';

/** Gives a facility to another organisation. */
export const moveFacilityMutation = graphql(`
  mutation SupportMoveFacility($input: MoveFacilityInput!) {
    moveFacility(input: $input) {
      __typename
      ... on MoveFacilityPayload {
        facility {
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
