import { graphql } from '../../../generated/gql.ts';

/** Deletes an agent. */
export const deleteAgentMutation = graphql(`
  mutation SupportDeleteAgent($input: DeleteAgentInput!) {
    deleteAgent(input: $input) {
      __typename
      ... on DeleteAgentPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
