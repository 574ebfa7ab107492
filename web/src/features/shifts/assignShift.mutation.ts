import { graphql } from '../../../generated/gql.ts';

/** Gives a shift to an agent. */
export const assignShiftMutation = graphql(`
  mutation AssignShift($input: AssignShiftInput!) {
    assignShift(input: $input) {
      __typename
      ... on AssignShiftPayload {
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
