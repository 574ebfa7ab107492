import { graphql } from '../../../generated/gql.ts';

/** Takes a qualification from an agent. */
export const removeAgentQualificationMutation = graphql(`
  mutation SupportRemoveAgentQualification($input: RemoveAgentQualificationInput!) {
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
