import { graphql } from '../../../generated/gql.ts';

/** Declines to organize a workshop. */
export const declineOrganizerInvitation = graphql(`
  mutation DeclineOrganizerInvitation($input: DeclineOrganizerInvitationInput!) {
    declineOrganizerInvitation(input: $input) {
      __typename
      ... on DeclineOrganizerInvitationPayload {
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
