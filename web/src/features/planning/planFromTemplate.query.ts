import { graphql } from '../../../generated/gql.ts';

/** What a week would become from a template. */
export const planFromTemplate = graphql(`
  query PlanFromTemplate($templateId: ID!, $week: LocalDate!, $keepAgents: Boolean!) {
    rotaPlanFromTemplate(templateId: $templateId, week: $week, keepAgents: $keepAgents) {
      ...PlanFields
    }
  }
`);
