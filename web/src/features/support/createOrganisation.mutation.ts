import { graphql } from '../../../generated/gql.ts';

/** Adds an organisation. */
export const createOrganisationMutation = graphql(`
  mutation SupportCreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      __typename
      ... on CreateOrganisationPayload {
        organisation {
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
