import { graphql } from '../../../generated/gql.ts';

/** Changes an organisation; what is left out stays. */
export const updateOrganisationMutation = graphql(`
  mutation SupportUpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      __typename
      ... on UpdateOrganisationPayload {
        organisation {
          id
          name
          kind
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
