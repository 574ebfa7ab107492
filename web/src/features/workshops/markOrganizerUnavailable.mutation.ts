import { graphql } from '../../../generated/gql.ts';

/** Says that somebody cannot organize a workshop at present. */
export const markOrganizerUnavailable = graphql(`
  mutation MarkOrganizerUnavailable($input: MarkOrganizerUnavailableInput!) {
    markOrganizerUnavailable(input: $input) {
      __typename
      ... on MarkOrganizerUnavailablePayload {
        organizer {
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
