import { graphql } from '../../../generated/gql.ts';

/** Changes a person; what is left out stays. */
export const updatePersonMutation = graphql(`
  mutation SupportUpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      __typename
      ... on UpdatePersonPayload {
        person {
          ...SupportPersonFields
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
