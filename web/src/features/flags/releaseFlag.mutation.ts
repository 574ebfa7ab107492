import { graphql } from '../../../generated/gql.ts';

/** Puts a flag back for others. */
export const releaseFlagMutation = graphql(`
  mutation ReleaseFlag($input: ReleaseFlagInput!) {
    releaseFlag(input: $input) {
      __typename
      ... on ReleaseFlagPayload {
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
