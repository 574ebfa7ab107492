import { graphql } from '../../../generated/gql.ts';

/** Deletes a draft. */
export const deleteWorkshopMutation = graphql(`
  mutation DeleteWorkshop($input: DeleteWorkshopInput!) {
    deleteWorkshop(input: $input) {
      __typename
      ... on DeleteWorkshopPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
