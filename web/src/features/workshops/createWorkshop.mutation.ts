import { graphql } from '../../../generated/gql.ts';

/** Adds a workshop as a draft. */
export const createWorkshopMutation = graphql(`
  mutation CreateWorkshop($input: CreateWorkshopInput!) {
    createWorkshop(input: $input) {
      __typename
      ... on CreateWorkshopPayload {
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
