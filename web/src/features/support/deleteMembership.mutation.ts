import { graphql } from '../../../generated/gql.ts';

/** Ends a membership. */
export const deleteMembershipMutation = graphql(`
  mutation SupportDeleteMembership($input: DeleteMembershipInput!) {
    deleteMembership(input: $input) {
      __typename
      ... on DeleteMembershipPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
