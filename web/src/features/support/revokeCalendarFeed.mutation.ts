import { graphql } from '../../../generated/gql.ts';

/** Ends the private calendar address of an agent. */
export const revokeCalendarFeedMutation = graphql(`
  mutation SupportRevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
    revokeCalendarFeed(input: $input) {
      __typename
      ... on RevokeCalendarFeedPayload {
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
