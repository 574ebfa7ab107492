import { graphql } from '../../../generated/gql.ts';

/** Changes a shift; what is left out stays. */
export const updateShiftMutation = graphql(`
  mutation UpdateShift($input: UpdateShiftInput!) {
    updateShift(input: $input) {
      __typename
      ... on UpdateShiftPayload {
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
