import { graphql } from '../../../generated/gql.ts';

/** What a week would become as a copy of another. */
export const planFromWeek = graphql(`
  query PlanFromWeek($facilityId: ID!, $from: LocalDate!, $to: LocalDate!, $keepAgents: Boolean!) {
    rotaPlanFromWeek(facilityId: $facilityId, from: $from, to: $to, keepAgents: $keepAgents) {
      ...PlanFields
    }
  }
`);
