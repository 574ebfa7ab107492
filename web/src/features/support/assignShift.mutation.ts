import { graphql } from '../../../generated/gql.ts';

/** Gives a shift to an agent. */
export const assignShiftMutation = graphql(`
  mutation SupportAssignShift($input: AssignShiftInput!) {
    assignShift(input: $input) {
      __typename
      ... on AssignShiftPayload {
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
