import { graphql } from '../../../generated/gql.ts';

/** Makes a template of the shifts of a week. */
export const createRotaTemplateFromWeekMutation = graphql(`
  mutation CreateRotaTemplateFromWeek($input: CreateRotaTemplateFromWeekInput!) {
    createRotaTemplateFromWeek(input: $input) {
      __typename
      ... on CreateRotaTemplateFromWeekPayload {
        rotaTemplate {
          id
          name
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
