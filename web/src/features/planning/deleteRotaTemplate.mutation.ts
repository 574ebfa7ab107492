import { graphql } from '../../../generated/gql.ts';

/** Deletes a template; shifts that were made from it stay. */
export const deleteRotaTemplateMutation = graphql(`
  mutation DeleteRotaTemplate($input: DeleteRotaTemplateInput!) {
    deleteRotaTemplate(input: $input) {
      __typename
      ... on DeleteRotaTemplatePayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
