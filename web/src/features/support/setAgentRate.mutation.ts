import { graphql } from '../../../generated/gql.ts';

/** Sets what an agent is paid per hour. */
export const setAgentRateMutation = graphql(`
  mutation SupportSetAgentRate($input: SetAgentRateInput!) {
    setAgentRate(input: $input) {
      __typename
      ... on SetAgentRatePayload {
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
