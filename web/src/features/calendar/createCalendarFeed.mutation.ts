import { graphql } from '../../../generated/gql.ts';

/** Makes a private calendar address in place of the one there was; its path is told this once. */
export const createCalendarFeed = graphql(`
  mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {
    createCalendarFeed(input: $input) {
      __typename
      ... on CreateCalendarFeedPayload {
        path
      }
      ... on Refusal {
        message
      }
    }
  }
`);
