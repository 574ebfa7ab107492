import { graphql } from '../../../generated/gql.ts';

/** Cancels a shift that was created with others, to undo them. */
export const cancelCreated = graphql(`
  mutation CancelCreated($input: CancelShiftInput!) {
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
    }
  }
`);
