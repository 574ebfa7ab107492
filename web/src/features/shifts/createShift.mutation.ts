import { graphql } from '../../../generated/gql.ts';

/** Adds a shift, open or with an agent. */
export const createShiftMutation = graphql(`
  mutation CreateShift($input: CreateShiftInput!) {
    createShift(input: $input) {
      __typename
      ... on CreateShiftPayload {
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
