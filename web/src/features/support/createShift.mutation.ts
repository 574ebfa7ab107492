import { graphql } from '../../../generated/gql.ts';

/** Adds a shift. */
export const createShiftMutation = graphql(`
  mutation SupportCreateShift($input: CreateShiftInput!) {
    createShift(input: $input) {
      __typename
      ... on CreateShiftPayload {
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
