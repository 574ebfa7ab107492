import { graphql } from '../../../generated/gql.ts';

/** Takes a shift from its agent. */
export const unassignShiftMutation = graphql(`
  mutation SupportUnassignShift($input: UnassignShiftInput!) {
    unassignShift(input: $input) {
      __typename
      ... on UnassignShiftPayload {
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
