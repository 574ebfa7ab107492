import { graphql } from '../../../generated/gql.ts';

/** Asks somebody to organize a workshop. */
export const inviteOrganizerMutation = graphql(`
  mutation InviteOrganizer($input: InviteOrganizerInput!) {
    inviteOrganizer(input: $input) {
      __typename
      ... on InviteOrganizerPayload {
        organizer {
          id
          status
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
