import { graphql } from '../../../generated/gql.ts';

/** Confirms that a shift was worked. */
export const confirmShiftMutation = graphql(`
  mutation SupportConfirmShift($input: ConfirmShiftInput!) {
    confirmShift(input: $input) {
      __typename
      ... on ConfirmShiftPayload {
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
