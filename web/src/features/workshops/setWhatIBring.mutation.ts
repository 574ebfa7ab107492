import { graphql } from '../../../generated/gql.ts';

/** Says what one brings, all of it at once. */
export const setWhatIBring = graphql(`
  mutation SetWhatIBring($input: SetWhatIBringInput!) {
    setWhatIBring(input: $input) {
      __typename
      ... on SetWhatIBringPayload {
        person {
          id
          brings {
            code
          }
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
