import { graphql } from '../../../generated/gql.ts';

/** Asks support staff to look at a record. */
export const raiseFlagMutation = graphql(`
  mutation RaiseFlag($input: RaiseFlagInput!) {
    raiseFlag(input: $input) {
      __typename
      ... on RaiseFlagPayload {
        flag {
          id
          status
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
