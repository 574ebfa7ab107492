import { graphql } from '../../../generated/gql.ts';

/** Takes back that a shift was cancelled, or that its hours were confirmed. */
export const reopenShiftMutation = graphql(`
  mutation ReopenShift($input: ReopenShiftInput!) {
    reopenShift(input: $input) {
      __typename
      ... on ReopenShiftPayload {
        shift {
          ...ShiftFields
        }
        warnings {
          message
        }
      }
      ... on Refusal {
        message
      }
      ...OverlapFields
      ... on InvalidInput {
        field
      }
    }
  }
`);
