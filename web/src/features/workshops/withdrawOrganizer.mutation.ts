import { graphql } from '../../../generated/gql.ts';

/** Ends somebody’s part in organizing a workshop. */
export const withdrawOrganizerMutation = graphql(`
  mutation WithdrawOrganizer($input: WithdrawOrganizerInput!) {
    withdrawOrganizer(input: $input) {
      __typename
      ... on WithdrawOrganizerPayload {
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
