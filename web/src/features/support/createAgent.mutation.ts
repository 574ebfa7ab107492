import { graphql } from '../../../generated/gql.ts';

/** Makes a person an agent. */
export const createAgentMutation = graphql(`
  mutation SupportCreateAgent($input: CreateAgentInput!) {
    createAgent(input: $input) {
      __typename
      ... on CreateAgentPayload {
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
