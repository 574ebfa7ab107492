import { graphql } from '../../../generated/gql.ts';

/** Opens a cancelled shift again. */
export const reopenShiftMutation = graphql(`
  mutation SupportReopenShift($input: ReopenShiftInput!) {
    reopenShift(input: $input) {
      __typename
      ... on ReopenShiftPayload {
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
