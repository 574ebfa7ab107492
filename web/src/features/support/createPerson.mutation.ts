import { graphql } from '../../../generated/gql.ts';

/** Adds a person. */
export const createPersonMutation = graphql(`
  mutation SupportCreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      __typename
      ... on CreatePersonPayload {
        person {
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
