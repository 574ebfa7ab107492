import { graphql } from '../../../generated/gql.ts';

/** Takes an offer back. */
export const withdrawShiftOffer = graphql(`
  mutation WithdrawShiftOffer($input: WithdrawShiftOfferInput!) {
    withdrawShiftOffer(input: $input) {
      __typename
      ... on WithdrawShiftOfferPayload {
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
