import { graphql } from '../../../generated/gql.ts';

/** Takes a shift for the agent who asks; a refusal names the shift that is in the way. */
export const claimShift = graphql(`
  mutation ClaimShift($input: ClaimShiftInput!) {
    claimShift(input: $input) {
      __typename
      ... on ClaimShiftPayload {
        shift {
          id
        }
      }
      ... on Refusal {
        message
      }
      ... on OverlapsOtherShift {
        otherShift {
          id
        }
      }
      ... on TooLittleRest {
        otherShift {
          id
        }
      }
    }
  }
`);
