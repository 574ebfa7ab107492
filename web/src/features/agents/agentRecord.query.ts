import { graphql } from '../../../generated/gql.ts';

/** An agent, with the sums of the shifts at one facility. */
export const agentRecord = graphql(`
  query AgentAtFacility($id: ID!, $facilityId: ID!) {
    agent(id: $id) {
      id
      homeArea
      phone
      person {
        id
        name
      }
      qualifications {
        id
        expiresOn
        isExpired
        qualification {
          code
          displayName
        }
      }
      flags(first: 20) {
        nodes {
          ...RaisedFlag
        }
      }
      shifts(first: 50, filter: { facilityId: $facilityId }, orderBy: { field: STARTS_AT, direction: DESC }) {
        totalCount
        totals {
          assigned
          completed
          cancelled
          plannedMinutes
          workedMinutes
        }
        nodes {
          id
          startsAt
          endsAt
          status
          plannedMinutes
          workedMinutes
          qualification {
            displayName
          }
        }
      }
    }
  }
`);
