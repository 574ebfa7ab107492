import { graphql } from '../../../generated/gql.ts';

/** States a qualification, or until when it holds. */
export const setAgentQualification = graphql(`
  mutation SetAgentQualification($input: SetAgentQualificationInput!) {
    setAgentQualification(input: $input) {
      __typename
      ... on SetAgentQualificationPayload {
        agent {
          id
          qualifications {
            ...StatedQualification
          }
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
