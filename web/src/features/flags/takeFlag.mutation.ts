import { graphql } from '../../../generated/gql.ts';

/** Takes a flag, so that others see who is at it. */
export const takeFlagMutation = graphql(`
  mutation TakeFlag($input: TakeFlagInput!) {
    takeFlag(input: $input) {
      __typename
      ... on TakeFlagPayload {
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
