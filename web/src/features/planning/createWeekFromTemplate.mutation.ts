import { graphql } from '../../../generated/gql.ts';

/** Creates the shifts of a week from a template. */
export const createWeekFromTemplateMutation = graphql(`
  mutation CreateWeekFromTemplate($input: CreateWeekFromTemplateInput!) {
    createWeekFromTemplate(input: $input) {
      __typename
      ... on CreateWeekFromTemplatePayload {
        shifts {
          id
        }
        warnings {
          message
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
