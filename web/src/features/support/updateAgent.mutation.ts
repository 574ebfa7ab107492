import { graphql } from '../../../generated/gql.ts';

/** Changes an agent; what is left out stays. */
export const updateAgentMutation = graphql(`
  mutation SupportUpdateAgent($input: UpdateAgentInput!) {
    updateAgent(input: $input) {
      __typename
      ... on UpdateAgentPayload {
        agent {
          ...SupportAgentFields
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
