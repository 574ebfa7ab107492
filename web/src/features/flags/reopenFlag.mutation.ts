import { graphql } from '../../../generated/gql.ts';

/** Takes an answered flag up again. */
export const reopenFlagMutation = graphql(`
  mutation ReopenFlag($input: ReopenFlagInput!) {
    reopenFlag(input: $input) {
      __typename
      ... on ReopenFlagPayload {
        flag {
          id
          status
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
