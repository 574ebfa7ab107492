import { graphql } from '../../../generated/gql.ts';

/** Makes a person a member of an organisation. */
export const createMembershipMutation = graphql(`
  mutation SupportCreateMembership($input: CreateMembershipInput!) {
    createMembership(input: $input) {
      __typename
      ... on CreateMembershipPayload {
        membership {
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
