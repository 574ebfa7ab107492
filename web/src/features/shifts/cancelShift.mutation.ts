import { graphql } from '../../../generated/gql.ts';

/** Says that a shift does not take place. */
export const cancelShiftMutation = graphql(`
  mutation CancelShift($input: CancelShiftInput!) {
    cancelShift(input: $input) {
      __typename
      ... on CancelShiftPayload {
        shift {
          ...ShiftFields
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
