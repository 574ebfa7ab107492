import { graphql } from '../../../generated/gql.ts';

/** Says that one can organize a workshop again. */
export const markOrganizerAvailable = graphql(`
  mutation MarkOrganizerAvailable($input: MarkOrganizerAvailableInput!) {
    markOrganizerAvailable(input: $input) {
      __typename
      ... on MarkOrganizerAvailablePayload {
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
