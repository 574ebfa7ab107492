import { graphql } from '../../../generated/gql.ts';

/** Cancels somebody else’s participation. */
export const cancelParticipantMutation = graphql(`
  mutation CancelParticipant($input: CancelParticipantInput!) {
    cancelParticipant(input: $input) {
      __typename
      ... on CancelParticipantPayload {
        participant {
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
