import { graphql } from '../../../generated/gql.ts';

/** Publishes a draft. */
export const publishWorkshopMutation = graphql(`
  mutation PublishWorkshop($input: PublishWorkshopInput!) {
    publishWorkshop(input: $input) {
      __typename
      ... on PublishWorkshopPayload {
        workshop {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
