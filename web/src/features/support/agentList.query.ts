import { graphql } from '../../../generated/gql.ts';

/** A page of the agents. */
export const agentList = graphql(`
  query SupportAgentList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: AgentFilter
    $orderBy: AgentOrder
  ) {
    qualifications {
      code
      displayName
      isKnown
    }
    agents(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
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
          isExpired
          qualification {
            displayName
          }
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
