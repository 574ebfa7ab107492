import { graphql } from '../../../generated/gql.ts';

/** Sets what a shift is paid per hour. */
export const setShiftRateMutation = graphql(`
  mutation SupportSetShiftRate($input: SetShiftRateInput!) {
    setShiftRate(input: $input) {
      __typename
      ... on SetShiftRatePayload {
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
