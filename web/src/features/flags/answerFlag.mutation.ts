import { graphql } from '../../../generated/gql.ts';

/** Answers a flag; whoever raised it sees the answer. */
export const answerFlagMutation = graphql(`
  mutation AnswerFlag($input: AnswerFlagInput!) {
    answerFlag(input: $input) {
      __typename
      ... on AnswerFlagPayload {
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
