import { graphql } from '../../../generated/gql.ts';

/** Deletes an organisation that nobody belongs to. */
export const deleteOrganisationMutation = graphql(`
  mutation SupportDeleteOrganisation($input: DeleteOrganisationInput!) {
    deleteOrganisation(input: $input) {
      __typename
      ... on DeleteOrganisationPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
