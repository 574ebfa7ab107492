import { graphql } from '../../../generated/gql.ts';

/** An agent with what support staff see of them. */
export const agentRecord = graphql(`
  query AgentRecord($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    qualifications {
      code
      displayName
      isKnown
    }
    agent(id: $id) {
      ...SupportAgentFields
      person {
        id
        name
      }
      hourlyRate {
        amountMinor
        currency
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
      preferences {
        id
        preference
        reason
        facility {
          id
          name
        }
      }
      calendarFeed {
        id
        createdAt
      }
      shifts(first: 10, orderBy: { field: STARTS_AT, direction: DESC }) {
        totalCount
        nodes {
          ...ShiftRow
        }
      }
      flags(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
        ...RecordFlags
      }
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
