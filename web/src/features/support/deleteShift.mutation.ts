import { graphql } from '../../../generated/gql.ts';

/** Deletes a shift. */
export const deleteShiftMutation = graphql(`
  mutation SupportDeleteShift($input: DeleteShiftInput!) {
    deleteShift(input: $input) {
      __typename
      ... on DeleteShiftPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
