import { graphql } from '../../../generated/gql.ts';

/** Confirms the hours of a shift that was worked. */
export const confirmShiftMutation = graphql(`
  mutation ConfirmShift($input: ConfirmShiftInput!) {
    confirmShift(input: $input) {
      __typename
      ... on ConfirmShiftPayload {
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
