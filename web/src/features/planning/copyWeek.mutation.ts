import { graphql } from '../../../generated/gql.ts';

/** Creates the shifts of a week anew in another. */
export const copyWeekMutation = graphql(`
  mutation CopyWeek($input: CopyWeekInput!) {
    copyWeek(input: $input) {
      __typename
      ... on CopyWeekPayload {
        shifts {
          id
        }
        warnings {
          message
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
