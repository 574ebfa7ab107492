import { graphql } from '../../../generated/gql.ts';

/** Offers a shift to other agents; it stays its agent's until one takes it. */
export const offerShift = graphql(`
  mutation OfferShift($input: OfferShiftInput!) {
    offerShift(input: $input) {
      __typename
      ... on OfferShiftPayload {
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
