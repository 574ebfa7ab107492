import { graphql } from '../../../generated/gql.ts';

/** Cancels a shift. */
export const cancelShiftMutation = graphql(`
  mutation SupportCancelShift($input: CancelShiftInput!) {
    cancelShift(input: $input) {
      __typename
      ... on CancelShiftPayload {
        shift {
          id
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
