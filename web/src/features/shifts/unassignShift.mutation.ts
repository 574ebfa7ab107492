import { graphql } from '../../../generated/gql.ts';

/** Takes a shift from its agent. */
export const unassignShiftMutation = graphql(`
  mutation UnassignShift($input: UnassignShiftInput!) {
    unassignShift(input: $input) {
      __typename
      ... on UnassignShiftPayload {
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
