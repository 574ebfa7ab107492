import { graphql } from '../../../generated/gql.ts';

/** A page of agents, for those who plan for facilities. */
export const agentList = graphql(`
  query AgentList($first: Int, $after: String, $last: Int, $before: String, $filter: AgentFilter) {
    agents(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        id
        homeArea
        phone
        person {
          id
          name
        }
        qualifications {
          id
          isExpired
          qualification {
            code
            displayName
          }
        }
      }
      pageInfo {
        ...PageFields
      }
    }
    qualifications {
      code
      displayName
      isKnown
      parents {
        code
      }
    }
  }
`);
