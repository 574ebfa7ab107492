import { graphql } from '../../../generated/gql.ts';

/** Deletes a person with contact data, memberships and sign-ins. */
export const deletePersonMutation = graphql(`
  mutation SupportDeletePerson($input: DeletePersonInput!) {
    deletePerson(input: $input) {
      __typename
      ... on DeletePersonPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
