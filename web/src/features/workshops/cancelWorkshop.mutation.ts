import { graphql } from '../../../generated/gql.ts';

/** Cancels a workshop, and with it every participation. */
export const cancelWorkshopMutation = graphql(`
  mutation CancelWorkshop($input: CancelWorkshopInput!) {
    cancelWorkshop(input: $input) {
      __typename
      ... on CancelWorkshopPayload {
        workshop {
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
