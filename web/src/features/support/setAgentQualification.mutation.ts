import { graphql } from '../../../generated/gql.ts';

/** States a qualification of an agent. */
export const setAgentQualificationMutation = graphql(`
  mutation SupportSetAgentQualification($input: SetAgentQualificationInput!) {
    setAgentQualification(input: $input) {
      __typename
      ... on SetAgentQualificationPayload {
        agent {
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
