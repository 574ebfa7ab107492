import { graphql } from '../../../generated/gql.ts';

/** Ends a private calendar address. */
export const revokeCalendarFeed = graphql(`
  mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) {
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
