import { graphql } from '../../../generated/gql.ts';

/** Takes a qualification away. */
export const removeAgentQualification = graphql(`
  mutation RemoveAgentQualification($input: RemoveAgentQualificationInput!) {
    removeAgentQualification(input: $input) {
      __typename
      ... on RemoveAgentQualificationPayload {
        agent {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
