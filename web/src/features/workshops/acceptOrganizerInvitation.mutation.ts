import { graphql } from '../../../generated/gql.ts';

/** Accepts to organize a workshop. */
export const acceptOrganizerInvitation = graphql(`
  mutation AcceptOrganizerInvitation($input: AcceptOrganizerInvitationInput!) {
    acceptOrganizerInvitation(input: $input) {
      __typename
      ... on AcceptOrganizerInvitationPayload {
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
