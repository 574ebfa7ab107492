import { graphql } from '../../../generated/gql.ts';

/** Gives a shift back, so that others can have it. */
export const giveBackShift = graphql(`
  mutation GiveBackShift($input: GiveBackShiftInput!) {
    giveBackShift(input: $input) {
      __typename
      ... on GiveBackShiftPayload {
        shift {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
